//! The lists that parameters choose from. Codes are stable; words are the school system's own.

use super::kind::Choice;

/// 学段范围 (R112–R114). The codes are those of [`crate::school::Stage`], put together as the rules do.
pub const STAGES: &[Choice] = &[
    ("kindergarten", "公办幼儿园"),
    ("primary", "小学"),
    ("junior", "初中"),
    ("senior", "高中"),
];
/// 学校类别 (R101, R107, R108, R129).
pub const SCHOOL_KINDS: &[Choice] = &[
    ("urban", "城区中小学"),
    ("demonstration", "示范学校"),
    ("rural_complete", "农村完全中学"),
    ("township_centre", "乡镇中心校"),
    ("rural", "农村学校"),
    ("weak", "薄弱学校"),
    ("village", "村校"),
    ("remote", "边远学校"),
    ("under_establishment", "缺编学校"),
];
/// 学校层级, low to high (R101).
pub const SCHOOL_TIERS: &[Choice] = &[
    ("teaching_point", "教学点"),
    ("village", "村小"),
    ("area", "片区校"),
    ("complete_centre", "中心完小"),
    ("centre", "中心校"),
    ("township_middle", "乡中学"),
];
/// 任教年限的口径 (R102).
pub const TENURE_RULES: &[Choice] = &[("years", "按年数"), ("manual", "“较长”，人工认定")];
/// 任教年限的计算 (B-P.2, 6).
pub const TENURE_COUNTS: &[Choice] = &[("school_years", "按学年"), ("calendar_days", "按日历")];
/// 视为任教中断的经历 (B-P.2, 6).
pub const TENURE_BREAKS: &[Choice] = &[
    ("teaching", "调离到外校任教"),
    ("exchange", "交流"),
    ("support", "支教"),
    ("loan", "借调"),
];
/// “以下”的三种理解 (B-P.2, 5).
pub const AGE_BOUNDS: &[Choice] = &[
    ("completed_le", "满周岁不超过"),
    ("birthday_le", "生日未过"),
    ("completed_lt", "不满"),
];
/// 职称层级 (R104).
pub const TITLE_RANKS: &[Choice] = &[
    ("none", "不限"),
    ("junior", "初级"),
    ("intermediate", "中级"),
    ("associate", "副高级"),
    ("senior", "正高级"),
];
/// 教师类别 (R103).
pub const TEACHER_KINDS: &[Choice] = &[("any", "在职教师"), ("full_time", "专任教师")];
/// 优先选派或计入“名师”的层次 (R124, R125, R404, R407).
pub const RANKS: &[Choice] = &[
    ("special", "特级教师"),
    ("master", "教学名师"),
    ("leader", "学科带头人"),
    ("skilled", "教学能手"),
    ("school_backbone", "校级及以上骨干"),
    ("county_backbone", "市县级骨干"),
    ("senior_title", "高级教师"),
    ("first_title", "一级教师"),
    ("primary_senior", "小学高级教师"),
];
/// 候选人排序 (R111).
pub const PRIORITIES: &[Choice] = &[
    ("never_rural", "从未有农村工作经历"),
    ("no_recent_rural", "近年没有农村工作经历"),
    ("rest", "其他"),
];
/// 选派渠道 (R131).
pub const CHANNELS: &[Choice] = &[
    ("self", "自荐"),
    ("organised", "组织选派"),
    ("hard", "硬性流动"),
];
/// 流动方向 (R121).
pub const DIRECTIONS: &[Choice] = &[
    ("over_to_under", "超编→缺编"),
    ("good_to_weak", "优质→薄弱"),
    ("town_to_rural", "城镇→农村"),
];
/// 从严控制的流向 (R122).
pub const RESTRICTED: &[Choice] = &[
    ("town", "流向城镇学校"),
    ("good", "流向优质学校"),
    ("over_township", "流向超编乡镇"),
];
/// 从严控制外流的人员 (R123).
pub const RESTRICTED_PERSONS: &[Choice] = &[
    ("degree", "本科以上学历"),
    ("excellent", "优秀教师"),
    ("backbone", "骨干教师"),
];
/// 试用期教师的去向 (R116).
pub const PROBATION: &[Choice] = &[
    ("none", "不作规定"),
    ("under_establishment", "缺编学校"),
    ("rural", "农村或薄弱学校"),
];
/// 参加交流的条件 (R126); ticked, never described.
pub const CONDITIONS: &[Choice] = &[
    ("devotion", "热爱教育事业"),
    ("health", "身体健康"),
    ("ability", "有较强业务工作能力"),
    ("qualification", "具备相应教师资格"),
];
/// 病情证明 (R204): seen or not; the illness itself is never on file.
pub const PROOFS: &[Choice] = &[
    ("hospital", "医院证明"),
    ("tertiary_hospital", "三级以上医院证明"),
];
/// 岗位方式 (R314).
pub const POST_MODES: &[Choice] = &[
    ("fill", "顶岗"),
    ("shadow", "跟岗"),
    ("seconded", "挂职"),
    ("circuit", "走教"),
    ("delivery", "送课"),
];
/// 交流方式 (R315).
pub const MODES: &[Choice] = &[
    ("full_time", "全职"),
    ("part_time", "兼职"),
    ("flexible", "柔性"),
];
/// 交流范围.
pub const RANGES: &[Choice] = &[
    ("school", "校内"),
    ("between", "校际"),
    ("area", "区域"),
    ("nation", "全国"),
];
/// 考核维度 (R611).
pub const DIMENSIONS: &[Choice] = &[
    ("attitude", "态度"),
    ("process", "过程"),
    ("effect", "效果"),
];
/// 考核阶段 (R603, R607, R614).
pub const STAGES_OF_APPRAISAL: &[Choice] = &[
    ("autumn", "秋季学期阶段"),
    ("spring", "春季学期阶段"),
    ("year", "学年终结"),
    ("end", "期满"),
];
/// 结果运用 (R612, R706).
pub const USES: &[Choice] = &[
    ("title", "职称评定"),
    ("post", "职务晋升"),
    ("honour", "评优评先"),
    ("pay", "绩效工资"),
];
/// 考核档次 (R620).
pub const GRADES: &[Choice] = &[
    ("unqualified", "不合格"),
    ("basically_qualified", "基本合格"),
    ("qualified", "合格"),
    ("excellent", "优秀"),
];
/// 联系的内容 (R1008).
pub const CONTACTS: &[Choice] = &[
    ("guidance", "指导"),
    ("talk", "沟通"),
    ("care", "关爱"),
    ("support", "支持"),
];
/// 选派的步骤 (R1006).
pub const STEPS: &[Choice] = &[
    ("plan", "规划"),
    ("mobilise", "动员"),
    ("apply", "自荐"),
    ("recommend", "推荐"),
    ("approve", "审批分配"),
];
/// 对超编学校 (R128); the program records it and runs no competition.
pub const OVER_ESTABLISHMENT: &[Choice] = &[("record", "记录余缺，分流由上级组织")];
