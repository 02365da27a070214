//! What can go wrong, in the user's words, each with a code that never changes its meaning.

/// An operation on a key, a certificate or a PDF that could not be carried out.
///
/// `Display` is Chinese and ends with the code; technical details stand after it in brackets.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are no PDF that can be read.
    #[error("读不出这份 PDF 文件：{0}")]
    Unreadable(String),
    /// The PDF has no such field, or has it twice.
    #[error("这份 PDF 里没有（或不止一个）名为“{0}”的栏目")]
    FieldMissing(String),
    /// The field has been filled or signed before.
    #[error("栏目“{0}”已经填写或签名，不能再次填写")]
    FieldFilled(String),
    /// The field is not of the kind the operation needs.
    #[error("栏目“{0}”的类型不对，不能这样使用")]
    FieldKind(String),
    /// The signature does not fit into the room left for it.
    #[error("签名需要 {needed} 字节，超出预留的 {room} 字节")]
    NoRoom {
        /// Bytes the signature takes.
        needed: usize,
        /// Bytes that were kept free for it.
        room: usize,
    },
    /// The passphrase does not open the key.
    #[error("密钥口令不对")]
    WrongPassphrase,
    /// The key file is damaged or of a form that is not known here.
    #[error("密钥文件无法读取：{0}")]
    KeyFile(String),
    /// Key and certificate do not belong together.
    #[error("密钥与证书不是一对")]
    KeyMismatch,
    /// Neither P-256 nor RSA with 2048 to 4096 bits.
    #[error("不支持这种密钥，只支持 P-256 和 2048 至 4096 位的 RSA")]
    KeyKind,
    /// The certificate cannot be read.
    #[error("证书无法读取：{0}")]
    Certificate(String),
    /// The name of the school cannot stand in a certificate.
    #[error("学校名称须为 1 至 64 个字，且不含控制字符")]
    SchoolName,
    /// The passphrase is empty.
    #[error("密钥口令不能为空")]
    EmptyPassphrase,
    /// A date outside the range that can be written down.
    #[error("日期或年限超出范围")]
    Date,
    /// The certificate does not hold at the time of signing.
    #[error("签名时间不在证书有效期内")]
    NotValidAt,
    /// The ready-made pages do not fit the fields.
    #[error("栏目外观页不合要求：{0}")]
    Sheet(String),
    /// The PDF is built in a way that cannot be added to.
    #[error("不能在这份 PDF 上签名：{0}")]
    Unsuitable(String),
    /// The PDF is already certified, or not yet certified where it has to be.
    #[error("签名的先后次序不对：{0}")]
    Order(String),
    /// The mathematics of signing failed.
    #[error("签名运算失败：{0}")]
    Crypto(String),
}

impl Error {
    /// The code in the message, e.g. `SIGN-06`: for logs and for tests.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "SIGN-01",
            Self::FieldMissing(_) => "SIGN-02",
            Self::FieldFilled(_) => "SIGN-03",
            Self::FieldKind(_) => "SIGN-04",
            Self::NoRoom { .. } => "SIGN-05",
            Self::WrongPassphrase => "SIGN-06",
            Self::KeyFile(_) => "SIGN-07",
            Self::KeyMismatch => "SIGN-08",
            Self::KeyKind => "SIGN-09",
            Self::Certificate(_) => "SIGN-10",
            Self::SchoolName => "SIGN-11",
            Self::EmptyPassphrase => "SIGN-12",
            Self::Date => "SIGN-13",
            Self::NotValidAt => "SIGN-14",
            Self::Sheet(_) => "SIGN-15",
            Self::Unsuitable(_) => "SIGN-16",
            Self::Order(_) => "SIGN-17",
            Self::Crypto(_) => "SIGN-18",
        }
    }
}
