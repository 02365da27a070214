//! What can be typed about postings and what hangs on them.

use std::path::PathBuf;

use clap::Subcommand;

use super::Input;

#[derive(Debug, Subcommand)]
pub(crate) enum Assignment {
    /// 登记或更正(输入有 id 时为更正)
    Add(Input),
    /// 列出一个学年的
    List {
        /// 学年
        #[arg(long)]
        year: Option<String>,
    },
    /// 查看一条交流安排的全部内容
    Show {
        /// 交流安排编号
        id: String,
    },
    /// 由本学年批准的候选人生成
    FromApproved {
        /// 学年
        #[arg(long)]
        year: Option<String>,
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
    /// 工作目标及认定(输入为 {"goals": […]})
    Goals {
        /// 交流安排编号
        id: String,
        /// 暂存草稿，权重合计可以不足100
        #[arg(long)]
        draft: bool,
        #[command(flatten)]
        input: Input,
    },
    /// 登记进程:申报、批准、签订责任书、到岗、期满考核、无效、归档等
    Step {
        /// 交流安排编号
        id: String,
        #[command(flatten)]
        input: Input,
    },
    /// 登记变动:调整岗位、中止、恢复、延期、续任
    Change {
        /// 交流安排编号
        id: String,
        #[command(flatten)]
        input: Input,
    },
    /// 登记结束:期满返校、提前终止、召回、无故不参加
    End {
        /// 交流安排编号
        id: String,
        #[command(flatten)]
        input: Input,
    },
    /// 撤销上一步
    TakeBack {
        /// 交流安排编号
        id: String,
        /// 理由
        #[arg(long)]
        reason: String,
    },
    /// 删除
    Remove {
        /// 交流安排编号
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Living {
    /// 登记、办理或销号(输入有 id 时为更正)
    Add(Input),
    /// 列出一条交流安排的
    List {
        /// 交流安排编号
        #[arg(long)]
        assignment: String,
    },
    /// 删除
    Remove {
        /// 编号
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Swap {
    /// 登记或更正(输入有 id 时为更正)
    Add(Input),
    /// 列出
    List,
    /// 删除(交流安排保留)
    Remove {
        /// 编号
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Benefits {
    /// 登记、更正或登记发放(输入有 id 时为更正)
    Add(Input),
    /// 按所用制度生成应发
    Accept {
        /// 只为一条交流安排
        #[arg(long)]
        assignment: Option<String>,
    },
    /// 删除
    Remove {
        /// 编号
        #[arg(required = true)]
        id: Vec<String>,
    },
}
