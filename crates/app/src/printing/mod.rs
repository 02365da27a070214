//! Printers of the operating system: which there are, and a finished PDF sent to one.
//!
//! The bytes are printed as they are. Must never: draw or change a paper, start a shell, or leave a
//! copy of a paper behind in a temporary folder.

mod job_file;
#[cfg(unix)]
mod lp;
#[cfg(all(test, unix))]
mod tests;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub use lp::Lp;
#[cfg(windows)]
pub use windows::Spooler;

use domain::refusal::Judgement;

use crate::failure::Failure;

/// Most copies of one paper in one job.
pub const MAX_COPIES: u16 = 99;

/// A printer as the operating system names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrinterInfo {
    /// Its name; jobs are addressed to it.
    pub name: String,
    /// True for the one printer that is used when nothing is chosen.
    pub is_default: bool,
}

/// How a paper is to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Name of the printer.
    pub printer: String,
    /// 1 to [`MAX_COPIES`].
    pub copies: u16,
    /// Both sides of the sheet, turned over its long edge.
    pub is_duplex: bool,
    /// What the queue shows.
    pub title: String,
}

/// The door to printers.
pub trait Printing: Send + Sync {
    /// All printers; empty when none is set up.
    ///
    /// # Errors
    /// `PRINT-NONE` when the system has no printing at all.
    fn list(&self) -> Result<Vec<PrinterInfo>, Failure>;

    /// Hands a finished PDF to a printer's queue. What happens to the sheet afterwards is not known.
    ///
    /// # Errors
    /// `PRINT-NONE`, a job that cannot be (no printer, number of copies), or a queue that refused it.
    fn print(&self, pdf: &[u8], job: &Job) -> Result<(), Failure>;
}

/// The printers of the system the program runs on.
pub fn of_this_system() -> Box<dyn Printing> {
    #[cfg(unix)]
    return Box::new(Lp::new());
    #[cfg(windows)]
    return Box::new(Spooler);
}

/// A job that can be done, or all reasons why not.
fn judged(job: &Job) -> Result<(), Failure> {
    let mut judgement = Judgement::new();
    let name = job.printer.trim();
    if name.is_empty() || name.chars().any(char::is_control) {
        judgement.refuse("PRINT-PRINTER", "printer", "请先选择一台打印机");
    }
    if !(1..=MAX_COPIES).contains(&job.copies) {
        judgement.refuse(
            "PRINT-COPIES",
            "copies",
            format!("份数请填写 1 到 {MAX_COPIES}"),
        );
    }
    judgement.pass(()).map_err(Failure::from)
}

/// There is nothing to print with; the paper can still be saved.
fn no_printing(detail: &str) -> Failure {
    Failure::broken(
        "PRINT-NONE",
        format!("本机不能直接打印（{detail}）。请先“另存”PDF，再用系统的阅读器打开并打印。"),
    )
}

/// The queue did not take the job.
fn not_taken(printer: &str, detail: &str) -> Failure {
    Failure::broken(
        "PRINT-QUEUE",
        format!("打印机“{printer}”没有接收：{detail}。请检查打印机后再试，或“另存”后打印。"),
    )
}
