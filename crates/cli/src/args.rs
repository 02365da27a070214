//! What can be typed: the commands and their options. Names here are a promise to scripts.

mod posting;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(crate) use posting::{Assignment, Benefits, Living, Swap};

/// 双评:交流教师双校考核(命令行)
#[derive(Debug, Parser)]
#[command(name = "shuangping-cli", version, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options that stand anywhere.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// 台账所在文件夹，或台账文件
    #[arg(long, global = true, value_name = "PATH")]
    pub(crate) data: Option<PathBuf>,
    /// 台账口令所在的文件
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// 签章密钥口令所在的文件
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) key_passphrase_file: Option<PathBuf>,
    /// 只输出一个JSON值
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 生成样例学校和它的一个学年(名册、评分、反馈、双方签章的报告)
    Demo {
        /// 输出文件夹
        #[arg(long)]
        out: PathBuf,
    },
    /// 新建台账
    Init {
        /// 学校全称
        #[arg(long)]
        school: String,
        /// 学年,如 2026-2027
        #[arg(long)]
        year: String,
        /// 学段
        #[arg(long, default_value = "小学")]
        stage: String,
    },
    /// 导入
    Import {
        #[command(subcommand)]
        what: Import,
    },
    /// 教师
    Teachers {
        #[command(subcommand)]
        what: Teachers,
    },
    /// 学校
    School {
        #[command(subcommand)]
        what: School,
    },
    /// 交流制度
    Policy {
        #[command(subcommand)]
        what: Policy,
    },
    /// 校历与时限
    Calendar {
        /// 学年
        #[arg(long)]
        year: Option<String>,
    },
    /// 受援学校需求
    Need {
        #[command(subcommand)]
        what: Selected,
    },
    /// 暂不列入
    Exemption {
        #[command(subcommand)]
        what: Selected,
    },
    /// 资格判定
    Eligibility {
        #[command(subcommand)]
        what: Eligibility,
    },
    /// 候选人
    Candidate {
        #[command(subcommand)]
        what: Selected,
    },
    /// 名额核对
    Quota {
        /// 学年
        #[arg(long)]
        year: Option<String>,
        /// 制度;不填用现用制度
        #[arg(long)]
        policy: Option<String>,
    },
    /// 导出报教育局的名单(Excel)
    Lists {
        /// 学年
        #[arg(long)]
        year: Option<String>,
        /// 输出文件夹
        #[arg(long)]
        out: PathBuf,
    },
    /// 交流安排
    Assignment {
        #[command(subcommand)]
        what: Assignment,
    },
    /// 生活保障
    Living {
        #[command(subcommand)]
        what: Living,
    },
    /// 互派与三角置换
    Swap {
        #[command(subcommand)]
        what: Swap,
    },
    /// 待遇:应发、实发、差额(不带子命令为列出)
    Benefits {
        /// 学年
        #[arg(long)]
        year: Option<String>,
        /// 只列一位教师(教师编号)
        #[arg(long)]
        teacher: Option<String>,
        #[command(subcommand)]
        what: Option<Benefits>,
    },
    /// 服务月数、职称前置条件、荣誉提醒
    ServiceMonths {
        /// 只看一位教师(教师编号)
        #[arg(long)]
        teacher: Option<String>,
        /// 统计到哪一天;不填为今天
        #[arg(long)]
        on: Option<String>,
    },
    /// 考核
    Appraisal {
        #[command(subcommand)]
        what: Appraisal,
    },
    /// 受援学校反馈
    Feedback {
        #[command(subcommand)]
        what: Feedback,
    },
    /// 签章密钥
    Key {
        #[command(subcommand)]
        what: Key,
    },
    /// 报告
    Report {
        #[command(subcommand)]
        what: Report,
    },
    /// 为报告签章
    Sign {
        /// 报告文件(签章后写回原处)
        file: PathBuf,
        /// 以哪一方签章
        #[arg(long = "as", value_enum)]
        side: Side,
    },
    /// 验证一个PDF文件
    Verify {
        /// 要验证的文件
        file: PathBuf,
    },
    /// 存档
    Archive {
        #[command(subcommand)]
        what: Archive,
    },
    /// 打印存档的报告
    Print {
        /// 交流安排编号
        #[arg(long)]
        assignment: String,
        /// 打印机名称;不填用系统默认
        #[arg(long)]
        printer: Option<String>,
        /// 份数
        #[arg(long, default_value_t = 1)]
        copies: u8,
    },
    /// 检查台账是否完好
    Check,
    /// 操作记录
    History,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Side {
    /// 受援学校
    Host,
    /// 派出学校
    Sending,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// 导入教师名册(xlsx、xls、csv)
    Roster {
        /// 名册文件
        file: PathBuf,
        /// 只预览,不写入
        #[arg(long)]
        dry_run: bool,
        /// 有问题的行另存为
        #[arg(long, value_name = "FILE")]
        rejects: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Teachers {
    /// 列出
    List,
    /// 登记或更正(输入有 id 时为更正)
    Save(Input),
    /// 删除
    Remove {
        /// 教师编号
        #[arg(required = true)]
        id: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum School {
    /// 登记
    Add {
        /// 学校全称
        #[arg(long, conflicts_with = "input")]
        name: Option<String>,
        /// 学段
        #[arg(long, conflicts_with = "input")]
        stage: Option<String>,
        /// 校长
        #[arg(long, conflicts_with = "input")]
        principal: Option<String>,
        #[command(flatten)]
        input: Input,
    },
    /// 列出
    List,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Policy {
    /// 列出预设和本校制度
    List,
    /// 查看一个制度的全部参数
    Show {
        /// 制度编号,如 P3;P3@1 指明版本
        id: String,
    },
    /// 比较两个制度,以及对谁有变化
    Diff {
        /// 制度编号
        first: String,
        /// 制度编号
        second: String,
        /// 学年
        #[arg(long)]
        year: String,
    },
    /// 复制预设并修改(输入有 id 时为再改)
    Save(Input),
    /// 本学年启用(或停用)履职、会议、考评安排
    Switch {
        /// 制度编号,如 P9a
        id: String,
        /// 停用
        #[arg(long)]
        off: bool,
    },
    /// 设为现用制度
    Adopt {
        /// 制度编号
        id: String,
        /// 学年
        #[arg(long)]
        year: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Eligibility {
    /// 按制度判定每位教师
    Run {
        /// 学年
        #[arg(long)]
        year: Option<String>,
        /// 制度;不填用现用制度
        #[arg(long)]
        policy: Option<String>,
        /// 冻结这次判定(连同当时的资料)
        #[arg(long)]
        freeze: bool,
    },
    /// 最近一次冻结的判定;没有则现算
    Show {
        /// 学年
        #[arg(long)]
        year: Option<String>,
    },
    /// 标记已上报
    Report {
        /// 学年
        #[arg(long)]
        year: Option<String>,
    },
    /// 历次判定
    Runs {
        /// 学年
        #[arg(long)]
        year: Option<String>,
    },
    /// 按冻结的资料复算核对
    Recheck {
        /// 判定编号
        run: String,
    },
    /// 人工判定
    Rule {
        /// 教师编号
        #[arg(long)]
        teacher: String,
        /// must、may、not;none 为撤销
        #[arg(long)]
        result: String,
        /// 理由
        #[arg(long, default_value = "")]
        reason: String,
        /// 学年
        #[arg(long)]
        year: Option<String>,
    },
}

/// What needs, exemptions and candidates have alike.
#[derive(Debug, Subcommand)]
pub(crate) enum Selected {
    /// 列出
    List {
        /// 学年
        #[arg(long)]
        year: Option<String>,
    },
    /// 登记或更正(输入有 id 时为更正)
    Add {
        /// 学年
        #[arg(long)]
        year: Option<String>,
        #[command(flatten)]
        input: Input,
    },
    /// 从制表符分隔的文本粘贴
    Paste {
        /// 文本文件(UTF-8)
        file: PathBuf,
        /// 学年
        #[arg(long)]
        year: Option<String>,
        /// 只预览,不写入
        #[arg(long)]
        dry_run: bool,
    },
    /// 删除
    Remove {
        /// 编号
        #[arg(required = true)]
        id: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Appraisal {
    /// 不用台账,按给定的分数和权重计算
    Compute(Input),
    /// 填写评分(受援学校、派出学校)
    Score(Input),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Feedback {
    /// 登记或处理(输入有 id 时为处理)
    Add(Input),
    /// 列出
    List,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Key {
    /// 为学校建立签章密钥
    Create {
        /// 学校编号或全称
        #[arg(long)]
        school: String,
        /// 学校已有密钥时,换成新的
        #[arg(long)]
        replace: bool,
    },
    /// 导出学校的签章证书(不含私钥)
    Export {
        /// 学校编号或全称;不填导出全部
        #[arg(long)]
        school: Option<String>,
        /// 输出文件夹
        #[arg(long)]
        out: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Report {
    /// 生成报告
    Make {
        /// 学年
        #[arg(long)]
        year: String,
        /// 表号
        #[arg(long, default_value = "F-01")]
        form: String,
        /// 只做一位教师(教师编号;F-01、F-04、F-06、F-10)
        #[arg(long)]
        teacher: Option<String>,
        /// 输出文件夹
        #[arg(long)]
        out: PathBuf,
        /// 出带水印的草稿,缺项不拦
        #[arg(long)]
        draft: bool,
    },
    /// 列出报告
    List,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Archive {
    /// 列出存档
    List,
    /// 取出存档的文件,与签章时一字不差
    Export {
        /// 输出文件夹
        #[arg(long)]
        out: PathBuf,
    },
}

/// A JSON file with what is to be kept.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// 内容所在的JSON文件;“-”为标准输入
    #[arg(long, value_name = "FILE.json")]
    pub(crate) input: Option<PathBuf>,
}
