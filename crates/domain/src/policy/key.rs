//! The parameters that a policy can set, each with its stable code, its word, its group and the shape of its
//! value. The rules behind them stand in the presets, beside the values.
//!
//! Must never: hold a value. A parameter that a policy leaves blank is not evaluated.

use super::choices as list;
use super::kind::Kind;
use crate::coded::coded;

coded! {
    /// What a parameter is about.
    Group {
        /// 交流对象 (B1)
        Eligibility = "eligibility", "交流对象";
        /// 暂不列入 (B2)
        Exemption = "exemption", "暂不列入";
        /// 期限与岗位 (B3)
        Term = "term", "期限与岗位";
        /// 名额与比例 (B4)
        Quota = "quota", "名额与比例";
        /// 履职与结对 (B5, B11)
        Duty = "duty", "履职与结对";
        /// 管理与考核 (B6)
        Appraisal = "appraisal", "管理与考核";
        /// 职称与荣誉 (B7)
        Honour = "honour", "职称与荣誉";
        /// 待遇 (B8)
        Benefit = "benefit", "待遇";
        /// 报送与时限 (B10)
        Reporting = "reporting", "报送与时限";
    }
}

macro_rules! keys {
    ($($variant:ident = $code:literal, $word:literal, $group:ident, $kind:expr;)+) => {
        /// A parameter of a policy.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key { $(#[doc = $word] $variant),+ }

        impl Key {
            /// All parameters, in the order of the rules.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Stable code for files and scripts.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The school system's own word.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// What it is about.
            pub fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group),+ }
            }

            /// The shape of its value.
            pub fn kind(self) -> Kind {
                match self { $(Self::$variant => $kind),+ }
            }
        }
    };
}

keys! {
    AgeMaxMale = "age_max_male", "男教师年龄上限", Eligibility, Kind::Whole(15, 80, "周岁");
    AgeMaxFemale = "age_max_female", "女教师年龄上限", Eligibility, Kind::Whole(15, 80, "周岁");
    AgeRefMonthDay = "age_ref_month_day", "年龄、年限截止日", Eligibility, Kind::MonthDay;
    AgeBoundMode = "age_bound_mode", "“岁以下”的理解", Eligibility, Kind::One(list::AGE_BOUNDS);
    BoundsInclusive = "bounds_inclusive", "“以下、以上、满”含本数", Eligibility, Kind::Flag;
    TenureRule = "tenure_rule", "任教年限的口径", Eligibility, Kind::One(list::TENURE_RULES);
    TenureYearsMin = "tenure_years_min", "同一学校任教满", Eligibility, Kind::Whole(1, 40, "年");
    TenureContinuous = "tenure_continuous", "任教须连续", Eligibility, Kind::Flag;
    TenureCount = "tenure_count", "任教年限的计算", Eligibility, Kind::One(list::TENURE_COUNTS);
    TenureBreakKinds = "tenure_break_kinds", "视为任教中断", Eligibility, Kind::Any(list::TENURE_BREAKS);
    TeacherKind = "teacher_kind", "教师类别", Eligibility, Kind::One(list::TEACHER_KINDS);
    TitleMin = "title_min", "职称下限", Eligibility, Kind::One(list::TITLE_RANKS);
    RequireQualification = "require_qualification", "须具备教师资格", Eligibility, Kind::Flag;
    RequireHealth = "require_health", "须身体健康（本人确认）", Eligibility, Kind::Flag;
    RequireOnEstablishment = "require_on_establishment", "须在编在岗", Eligibility, Kind::Flag;
    StageScope = "stage_scope", "学段范围", Eligibility, Kind::Any(list::STAGES);
    ObligedSchoolKinds = "obliged_school_kinds", "有交流义务的学校", Eligibility, Kind::Any(list::SCHOOL_KINDS);
    OriginSchoolLevelMin = "origin_school_level_min", "派出学校层级下限", Eligibility, Kind::One(list::SCHOOL_TIERS);
    IncludeMiddleCadre = "include_middle_cadre", "包括中层干部", Eligibility, Kind::Flag;
    TargetSchoolKinds = "target_school_kinds", "受援学校类别", Eligibility, Kind::Any(list::SCHOOL_KINDS);
    MustGoIfPromotedWithoutRural = "must_go_if_promoted_without_rural", "上年度评上中高级且无农村经历的必须交流", Eligibility, Kind::Flag;
    UpwardAgeMax = "upward_age_max", "农村到城镇交流的年龄上限", Eligibility, Kind::Whole(15, 80, "周岁");
    PriorityOrder = "priority_order", "候选人排序", Eligibility, Kind::Any(list::PRIORITIES);
    NoRuralLookbackYears = "no_rural_lookback_years", "“近几年无农村经历”的年数", Eligibility, Kind::Whole(1, 40, "年");
    PriorityRanks = "priority_ranks", "为主或优先选派的层次", Eligibility, Kind::Any(list::RANKS);
    AllowVoluntary = "allow_voluntary", "未列入的可自愿申请", Eligibility, Kind::Flag;
    SelectionChannels = "selection_channels", "选派渠道", Eligibility, Kind::Any(list::CHANNELS);
    HostAccepts = "host_accepts", "受援学校可选人", Eligibility, Kind::Flag;
    CandidateConditions = "candidate_conditions", "参加条件", Eligibility, Kind::Any(list::CONDITIONS);
    ProbationGoesTo = "probation_goes_to", "试用期教师去向", Eligibility, Kind::One(list::PROBATION);
    NewHireRuralYearsMin = "new_hire_rural_years_min", "新聘教师先到农村或薄弱学校任教", Eligibility, Kind::Whole(1, 10, "年");
    HardMoveConsecutiveLastN = "hard_move_consecutive_last_n", "连续排名末位次数（硬性流动）", Eligibility, Kind::Whole(2, 10, "次");
    HardMoveGapPoints = "hard_move_gap_points", "与平均线相差（硬性流动）", Eligibility, Kind::Decimal(1, 10_000, "分");
    HardMoveDiscipline = "hard_move_discipline", "不服从安排的硬性流动", Eligibility, Kind::Flag;
    HardMoveAllowed = "hard_move_allowed", "启用硬性流动", Eligibility, Kind::Flag;
    EncouragedDirections = "encouraged_directions", "鼓励的流向", Eligibility, Kind::Any(list::DIRECTIONS);
    RestrictedDirections = "restricted_directions", "从严控制的流向", Eligibility, Kind::Any(list::RESTRICTED);
    RestrictedPersonsOut = "restricted_persons_out", "从严控制外流的人员", Eligibility, Kind::Any(list::RESTRICTED_PERSONS);
    ApprovalTownship = "approval_township", "本乡镇内流动的审批", Eligibility, Kind::Text;
    ApprovalBeyond = "approval_beyond", "跨乡镇流动的审批", Eligibility, Kind::Text;
    ApprovalSenior = "approval_senior", "高中、完中教师流动的审批", Eligibility, Kind::Text;
    OverEstablishmentAction = "over_establishment_action", "超编学校人员分流", Eligibility, Kind::One(list::OVER_ESTABLISHMENT);
    BackFillByUpward = "back_fill_by_upward", "派出学校缺编由对方教师上挂补位", Eligibility, Kind::Flag;

    ExemptPregnancy = "exempt_pregnancy", "孕期", Exemption, Kind::Flag;
    ExemptNursing = "exempt_nursing", "哺乳期", Exemption, Kind::Flag;
    ExemptIllness = "exempt_illness", "因病不宜交流", Exemption, Kind::Flag;
    ExemptIllnessProofLevel = "exempt_illness_proof_level", "因病须验看的证明", Exemption, Kind::One(list::PROOFS);
    ExemptNeedsBureauApproval = "exempt_needs_bureau_approval", "须教育局同意", Exemption, Kind::Flag;
    ExemptValidYears = "exempt_valid_years", "一次有效", Exemption, Kind::Whole(1, 3, "学年");
    ExemptYearsToRetire = "exempt_years_to_retire", "距退休年限以内", Exemption, Kind::Whole(1, 15, "年");
    ExemptInServicePeriod = "exempt_in_service_period", "服务期内", Exemption, Kind::Flag;
    ExemptMiddleCadreFirstYear = "exempt_middle_cadre_first_year", "中层干部第一学年", Exemption, Kind::Flag;

    TermYearsMin = "term_years_min", "期限下限", Term, Kind::Whole(1, 10, "年");
    TermYearsMax = "term_years_max", "期限上限", Term, Kind::Whole(1, 10, "年");
    TermAdjustable = "term_adjustable", "期限可调整", Term, Kind::Flag;
    StartsAtYear = "starts_at_year", "自学年始执行", Term, Kind::Flag;
    PrincipalTermMonthsMin = "principal_term_months_min", "校长挂职期限下限", Term, Kind::Whole(1, 72, "个月");
    PrincipalTermMonthsMax = "principal_term_months_max", "校长挂职期限上限", Term, Kind::Whole(1, 72, "个月");
    CadreTermYears = "cadre_term_years", "干部交流期限", Term, Kind::Whole(1, 12, "年");
    TermSchoolYears = "term_school_years", "期限（学年）", Term, Kind::Whole(1, 10, "学年");
    SwapRequired = "swap_required", "两校互派", Term, Kind::Flag;
    TermCreditFactor = "term_credit_factor", "期限折算系数", Term, Kind::Decimal(100, 300, "倍");
    ExtendOnUnmetGoals = "extend_on_unmet_goals", "目标未实现的延长", Term, Kind::Flag;
    ExtensionMonthsDefault = "extension_months_default", "延长时限", Term, Kind::Whole(1, 36, "个月");
    KeepOriginalPost = "keep_original_post", "保留原岗位", Term, Kind::Flag;
    PostMode = "post_mode", "岗位方式", Term, Kind::Any(list::POST_MODES);
    ExchangeMode = "exchange_mode", "交流方式", Term, Kind::Any(list::MODES);
    ExchangeRange = "exchange_range", "交流范围", Term, Kind::Any(list::RANGES);
    PayRelationUnchanged = "pay_relation_unchanged", "工资关系不变", Term, Kind::Flag;
    ContractUnchanged = "contract_unchanged", "聘用合同不变", Term, Kind::Flag;
    FullWorkloadRequired = "full_workload_required", "须满负荷工作量", Term, Kind::Flag;
    HostMustSettleLiving = "host_must_settle_living", "受援学校解决生活问题", Term, Kind::Flag;
    SchoolPairRequired = "school_pair_required", "两校须结对", Term, Kind::Flag;

    QuotaPctPrimary = "quota_pct_primary", "小学交流比例（左右）", Quota, Kind::Whole(1, 100, "%");
    QuotaPctSecondaryMin = "quota_pct_secondary_min", "初高中交流比例下限", Quota, Kind::Whole(1, 100, "%");
    QuotaPctSecondaryMax = "quota_pct_secondary_max", "初高中交流比例上限", Quota, Kind::Whole(1, 100, "%");
    QuotaPct = "quota_pct", "交流比例", Quota, Kind::Whole(1, 100, "%");
    QuotaMinPctOfEligible = "quota_min_pct_of_eligible", "占符合条件教师的比例下限", Quota, Kind::Whole(1, 100, "%");
    QuotaEliteMinPct = "quota_elite_min_pct_of_exchanged", "名师、高级、一级占交流教师的比例下限", Quota, Kind::Whole(1, 100, "%");
    EliteRanks = "elite_ranks", "计入“名师、高级、一级”的层次", Quota, Kind::Any(list::RANKS);
    QuotaBackboneMinPct = "quota_backbone_min_pct", "骨干占交流教师的比例下限", Quota, Kind::Whole(1, 100, "%");
    QuotaLeadershipMaxPct = "quota_leadership_max_pct", "班子成员每次交流比例上限", Quota, Kind::Whole(1, 100, "%");
    HeadsPrimaryMin = "zhijiao_heads_primary_min", "小学支教人数下限", Quota, Kind::Whole(0, 200, "人");
    HeadsPrimaryMax = "zhijiao_heads_primary_max", "小学支教人数上限", Quota, Kind::Whole(0, 200, "人");
    HeadsSecondaryMin = "zhijiao_heads_secondary_min", "中学支教人数下限", Quota, Kind::Whole(0, 200, "人");
    HeadsSecondaryMax = "zhijiao_heads_secondary_max", "中学支教人数上限", Quota, Kind::Whole(0, 200, "人");
    UpwardHeadsMin = "upward_heads_min", "薄弱、偏远学校上挂人数下限", Quota, Kind::Whole(0, 200, "人");
    UpwardHeadsMax = "upward_heads_max", "薄弱、偏远学校上挂人数上限", Quota, Kind::Whole(0, 200, "人");
    RetainOriginalPct = "retain_original_pct", "聘原学校教师的比例", Quota, Kind::Whole(1, 100, "%");
    FixedHeads = "fixed_heads", "每学年固定人数", Quota, Kind::Whole(1, 500, "人");
    QuotaTrend = "quota_trend", "逐年比较流动比例", Quota, Kind::Flag;

    MentorCountMin = "mentor_count_min", "结对骨干教师下限", Duty, Kind::Whole(1, 5, "名");
    MentorCountMax = "mentor_count_max", "结对骨干教师上限", Duty, Kind::Whole(1, 5, "名");
    PairPlanRequired = "pair_plan_required", "须制定帮扶计划", Duty, Kind::Flag;
    PairCycleSteps = "pair_cycle_steps", "结对帮扶的步骤", Duty, Kind::Text;
    PairSameSubjectWarning = "pair_same_subject_warning", "师徒不同学科时提醒", Duty, Kind::Flag;
    PlanAndTimetableRequired = "plan_and_timetable_required", "须制定计划和工作配档", Duty, Kind::Flag;
    MidtermCheckRequired = "midterm_check_required", "学期中督查", Duty, Kind::Flag;
    ActivityTypes = "activity_types", "活动形式", Duty, Kind::Text;
    JointResearchGroup = "joint_research_group", "联合教研组", Duty, Kind::Flag;
    CadreSecondment = "cadre_secondment", "干部相互挂职", Duty, Kind::Flag;
    TripReportBack = "trip_report_back", "外出学习后须汇报", Duty, Kind::Flag;
    ActivityRequiredFields = "activity_required_fields", "教研活动须记录", Duty, Kind::Text;
    AttendanceRule = "attendance_rule", "不得无故缺勤、迟到、早退", Duty, Kind::Flag;
    AttendanceFeedsAward = "attendance_feeds_award", "出勤纳入考核奖", Duty, Kind::Flag;
    MutualVisits = "mutual_visits", "互访形式", Duty, Kind::Text;
    FiveOnes = "five_ones", "“五个一”", Duty, Kind::Text;
    BringNewMethods = "goal_bring_new_methods", "带去新的理念和方法", Duty, Kind::Flag;
    SuggestionRecord = "suggestion_record", "登记合理化建议", Duty, Kind::Flag;

    WeightHost = "weight_host", "受援学校权重", Appraisal, Kind::Decimal(1, 99, "");
    WeightSending = "weight_sending", "派出学校权重", Appraisal, Kind::Decimal(1, 99, "");
    StagesRequired = "stages_required", "须有的考核", Appraisal, Kind::Any(list::STAGES_OF_APPRAISAL);
    AssessorBody = "assessor_body", "审定机构", Appraisal, Kind::Text;
    VoidOnFail = "void_on_fail", "不合格的，该次交流视作无效", Appraisal, Kind::Flag;
    FailOnUnexcusedRefusal = "fail_on_unexcused_refusal", "无故不参加的，考核为不合格", Appraisal, Kind::Flag;
    GoalsRequiredBeforeStart = "goals_required_before_start", "交流前确定工作目标", Appraisal, Kind::Flag;
    EndOfTermAppraisal = "end_of_term_appraisal", "期满考核", Appraisal, Kind::Flag;
    AnnualSummaryRequired = "annual_summary_required", "每年提交支教工作总结", Appraisal, Kind::Flag;
    SummaryFlow = "summary_flow", "总结的流转", Appraisal, Kind::Text;
    BureauInspection = "bureau_inspection", "教育局检查评估", Appraisal, Kind::Flag;
    DimensionSet = "dimension_set", "考核维度", Appraisal, Kind::Any(list::DIMENSIONS);
    ResultUsedFor = "result_used_for", "结果运用", Appraisal, Kind::Any(list::USES);
    IndicatorPlanExecution = "indicator_plan_execution", "考核学习计划执行情况", Appraisal, Kind::Flag;
    IndicatorPapers = "indicator_papers", "考核交流论文发表", Appraisal, Kind::Flag;
    NextTermRequirements = "next_term_requirements", "提出新学期要求", Appraisal, Kind::Flag;
    FeedsPerformancePay = "feeds_performance_pay", "纳入绩效考核", Appraisal, Kind::Flag;
    EthicsGate = "ethics_gate", "师德与纪律一票否决", Appraisal, Kind::Flag;
    ProgrammeReview = "programme_review", "每年评估制度本身", Appraisal, Kind::Flag;
    BenefitsRequireGrade = "benefits_require_grade", "享受待遇须达到的档次", Appraisal, Kind::One(list::GRADES);
    FourSames = "four_sames", "“四个一样”自查", Appraisal, Kind::Flag;
    ResultAnalysis = "result_analysis", "成绩对比分析", Appraisal, Kind::Flag;
    CredibilityCheck = "credibility_check_required", "核实考评信度", Appraisal, Kind::Flag;
    FollowUpThreshold = "followup_threshold", "跟踪评价的分数线", Appraisal, Kind::Whole(1, 100, "分");
    ReflectionRequired = "reflection_required", "问题突出的须写反思", Appraisal, Kind::Flag;
    ClarityBySubject = "clarity_by_subject", "清晰性考评分学科", Appraisal, Kind::Flag;
    ClarityParentAssisted = "clarity_parent_assisted", "小学由家长协助填写", Appraisal, Kind::Flag;
    PrivacyGuard = "privacy", "保护教师个人隐私", Appraisal, Kind::Flag;
    LegalNote = "legal_note", "法律责任提示", Appraisal, Kind::Text;

    PromoServiceMonthsMin = "promo_service_months_min", "评职称须有的交流月数", Honour, Kind::Whole(1, 120, "个月");
    PromoTitleFrom = "promo_title_from", "适用的职称起点", Honour, Kind::One(list::TITLE_RANKS);
    PromoHardFor = "promo_hard_for", "作为硬性条件的学校", Honour, Kind::Any(list::SCHOOL_TIERS);
    PromoBonusFor = "promo_bonus_for", "从优的学校", Honour, Kind::Any(list::SCHOOL_TIERS);
    PromoWithinCurrentRank = "promo_within_current_rank", "须在现任职务任期内", Honour, Kind::Flag;
    PromoRuralOnly = "promo_rural_only", "须在农村学校", Honour, Kind::Flag;
    PriorityYearsNamedSchool = "priority_years_named_school", "指定学校任教满（优先）", Honour, Kind::Whole(1, 40, "年");
    HonourBasis = "honour_basis", "作为评选依据", Honour, Kind::Text;
    PriorityFlag = "priority_flag", "评优晋级优先", Honour, Kind::Flag;
    TreatmentByHost = "treatment_by_host", "享受受援学校待遇", Honour, Kind::Flag;
    CommendMeeting = "commend_meeting", "暑假前总结表彰", Honour, Kind::Flag;

    TransportMonthMin = "transport_month_min", "交通补助下限", Benefit, Kind::Whole(0, 10_000, "元/月");
    TransportMonthMax = "transport_month_max", "交通补助上限", Benefit, Kind::Whole(0, 10_000, "元/月");
    RuralPerformanceMonth = "rural_performance_month", "农村教师绩效工资", Benefit, Kind::Whole(0, 10_000, "元/月");
    AnnualBonusFor = "annual_bonus_for", "一次性奖励的对象", Benefit, Kind::Any(list::RANKS);
    AnnualBonus = "annual_bonus", "一次性奖励", Benefit, Kind::Whole(0, 100_000, "元/年");
    LivingAllowance = "living_allowance", "生活补助", Benefit, Kind::Whole(0, 10_000, "元/月");
    AllowanceRemoteMonth = "allowance_remote_month", "边远津贴", Benefit, Kind::Whole(0, 10_000, "元/月");
    AllowanceRemotestMonth = "allowance_remotest_month", "最边远津贴", Benefit, Kind::Whole(0, 10_000, "元/月");
    AllowanceLevelPct = "allowance_level_step_pct", "津贴每高一等上浮", Benefit, Kind::Whole(0, 100, "%");
    AllowanceBaseYears = "allowance_base_years", "津贴按年上浮的起点", Benefit, Kind::Whole(0, 40, "年");
    AllowanceStepYears = "allowance_step_years", "津贴每满几年上浮一档", Benefit, Kind::Whole(1, 40, "年");
    AllowanceStepPct = "allowance_step_pct", "津贴每档上浮", Benefit, Kind::Whole(0, 100, "%");

    RosterDue = "roster_due", "名单报教育局的期限", Reporting, Kind::MonthDay;
    ReportPlanBefore = "report_plan_before", "安排报批的期限", Reporting, Kind::MonthDay;
    NeedsSurveyAtTermStart = "needs_survey_at_term_start", "学期之初了解受援学校需求", Reporting, Kind::Flag;
    SelectionSteps = "selection_steps", "选派步骤", Reporting, Kind::Any(list::STEPS);
    MobilisationMeeting = "mobilisation_meeting", "召开动员会", Reporting, Kind::Flag;
    LeadingGroup = "leading_group", "成立领导小组", Reporting, Kind::Flag;
    ContactKinds = "contact_kinds", "联系的内容", Reporting, Kind::Any(list::CONTACTS);
    InspectionPack = "inspection_pack", "迎接考核检查", Reporting, Kind::Flag;
    ProjectApplyDue = "project_apply_due", "课题申报期限", Reporting, Kind::MonthDay;
    AchievementArchive = "achievement_archive", "成果申报、登记、归档", Reporting, Kind::Flag;
    TeacherEFile = "teacher_e_file", "教师电子档案", Reporting, Kind::Flag;
}

impl Key {
    /// The parameter of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|key| key.code() == code)
    }
}

/// What this program computes with: eligibility, exemptions, quotas, deadlines, the weights of the two schools, terms,
/// service, titles and benefits.
/// A school may set any of these in its own copy, also where the preset does not name it.
pub const COMPUTED: &[Key] = &[
    Key::AgeMaxMale,
    Key::AgeMaxFemale,
    Key::AgeRefMonthDay,
    Key::AgeBoundMode,
    Key::BoundsInclusive,
    Key::IncludeMiddleCadre,
    Key::TenureRule,
    Key::TenureYearsMin,
    Key::TenureContinuous,
    Key::TenureCount,
    Key::TenureBreakKinds,
    Key::TeacherKind,
    Key::TitleMin,
    Key::RequireQualification,
    Key::RequireHealth,
    Key::RequireOnEstablishment,
    Key::StageScope,
    Key::ObligedSchoolKinds,
    Key::OriginSchoolLevelMin,
    Key::MustGoIfPromotedWithoutRural,
    Key::UpwardAgeMax,
    Key::PriorityOrder,
    Key::NoRuralLookbackYears,
    Key::AllowVoluntary,
    Key::SelectionChannels,
    Key::CandidateConditions,
    Key::HardMoveAllowed,
    Key::RestrictedDirections,
    Key::RestrictedPersonsOut,
    Key::ApprovalTownship,
    Key::ApprovalBeyond,
    Key::ApprovalSenior,
    Key::ExemptPregnancy,
    Key::ExemptNursing,
    Key::ExemptIllness,
    Key::ExemptIllnessProofLevel,
    Key::ExemptNeedsBureauApproval,
    Key::ExemptYearsToRetire,
    Key::ExemptInServicePeriod,
    Key::ExemptMiddleCadreFirstYear,
    Key::QuotaPctPrimary,
    Key::QuotaPct,
    Key::QuotaPctSecondaryMin,
    Key::QuotaPctSecondaryMax,
    Key::HeadsPrimaryMin,
    Key::HeadsPrimaryMax,
    Key::HeadsSecondaryMin,
    Key::HeadsSecondaryMax,
    Key::UpwardHeadsMin,
    Key::UpwardHeadsMax,
    Key::QuotaMinPctOfEligible,
    Key::QuotaEliteMinPct,
    Key::EliteRanks,
    Key::QuotaBackboneMinPct,
    Key::QuotaLeadershipMaxPct,
    Key::FixedHeads,
    Key::PriorityRanks,
    Key::RetainOriginalPct,
    Key::QuotaTrend,
    Key::RosterDue,
    Key::ReportPlanBefore,
    Key::WeightHost,
    Key::WeightSending,
    Key::TermYearsMin,
    Key::TermYearsMax,
    Key::PrincipalTermMonthsMin,
    Key::PrincipalTermMonthsMax,
    Key::CadreTermYears,
    Key::TermSchoolYears,
    Key::TermCreditFactor,
    Key::ExtendOnUnmetGoals,
    Key::ExtensionMonthsDefault,
    Key::KeepOriginalPost,
    Key::PayRelationUnchanged,
    Key::ContractUnchanged,
    Key::PostMode,
    Key::HostMustSettleLiving,
    Key::StartsAtYear,
    Key::SwapRequired,
    Key::FullWorkloadRequired,
    Key::VoidOnFail,
    Key::FailOnUnexcusedRefusal,
    Key::PromoServiceMonthsMin,
    Key::PromoTitleFrom,
    Key::PromoHardFor,
    Key::PromoBonusFor,
    Key::PromoWithinCurrentRank,
    Key::PromoRuralOnly,
    Key::TransportMonthMin,
    Key::TransportMonthMax,
    Key::RuralPerformanceMonth,
    Key::AnnualBonusFor,
    Key::AnnualBonus,
    Key::LivingAllowance,
    Key::AllowanceRemoteMonth,
    Key::AllowanceRemotestMonth,
    Key::AllowanceLevelPct,
    Key::AllowanceBaseYears,
    Key::AllowanceStepYears,
    Key::AllowanceStepPct,
    Key::BenefitsRequireGrade,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_parameters_share_a_code_or_a_word_within_their_group() {
        for (index, key) in Key::ALL.iter().enumerate() {
            assert_eq!(Key::from_code(key.code()), Some(*key));
            for other in &Key::ALL[index + 1..] {
                assert!(
                    key.group() != other.group() || key.word() != other.word(),
                    "{} and {} share a word",
                    key.code(),
                    other.code()
                );
            }
        }
    }
}
