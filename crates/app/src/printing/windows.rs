//! Windows: the system draws the PDF itself; no other program is needed.

use winprint::printer::{FilePrinter, PrintOutcome, PrinterDevice, WinPdfPrinter};
use winprint::ticket::{
    Copies, FeatureOptionPackWithPredefined, PredefinedDuplexType, PredefinedMediaName,
    PrintCapabilities, PrintTicket, PrintTicketBuilder,
};

use super::job_file::JobFile;
use super::{Job, PrinterInfo, Printing, judged, no_printing, not_taken};
use crate::failure::Failure;

/// The system's print spooler.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spooler;

impl Printing for Spooler {
    fn list(&self) -> Result<Vec<PrinterInfo>, Failure> {
        let default = PrinterDevice::user_default().ok().flatten();
        let is_default = |device: &PrinterDevice| {
            default
                .as_ref()
                .is_some_and(|chosen| chosen.os_name() == device.os_name())
        };
        Ok(devices()?
            .iter()
            .map(|device| PrinterInfo {
                name: device.name().to_owned(),
                is_default: is_default(device),
            })
            .collect())
    }

    fn print(&self, pdf: &[u8], job: &Job) -> Result<(), Failure> {
        judged(job)?;
        let device = devices()?
            .into_iter()
            .find(|device| device.name() == job.printer)
            .ok_or_else(|| not_taken(&job.printer, "找不到这台打印机"))?;
        let ticket = ticket(&device, job)?;
        let file = JobFile::write(&std::env::temp_dir(), pdf)?;
        match WinPdfPrinter::new(device).print(file.path(), ticket) {
            Ok(PrintOutcome::Completed) => Ok(()),
            Ok(PrintOutcome::Canceled) => Err(not_taken(&job.printer, "打印任务已被取消")),
            Err(error) => Err(not_taken(&job.printer, &error.to_string())),
        }
    }
}

fn devices() -> Result<Vec<PrinterDevice>, Failure> {
    PrinterDevice::all().map_err(|error| no_printing(&error.to_string()))
}

/// A4, sides and copies, as far as the printer can.
fn ticket(device: &PrinterDevice, job: &Job) -> Result<PrintTicket, Failure> {
    let refused = |detail: String| not_taken(&job.printer, &detail);
    let can = PrintCapabilities::fetch(device).map_err(|error| refused(error.to_string()))?;
    let mut builder =
        PrintTicketBuilder::new(device).map_err(|error| refused(error.to_string()))?;
    let a4 = can
        .page_media_sizes()
        .find(|size| size.as_predefined_name() == Some(PredefinedMediaName::ISOA4));
    if let Some(a4) = a4 {
        builder
            .merge(a4)
            .map_err(|error| refused(error.to_string()))?;
    }
    let sides = if job.is_duplex {
        PredefinedDuplexType::TwoSidedLongEdge
    } else {
        PredefinedDuplexType::OneSided
    };
    if let Some(sides) = can
        .duplexes()
        .find(|duplex| duplex.as_predefined_name() == Some(sides))
    {
        builder
            .merge(sides)
            .map_err(|error| refused(error.to_string()))?;
    }
    builder
        .merge(Copies(job.copies))
        .map_err(|error| refused(error.to_string()))?;
    builder.build().map_err(|error| refused(error.to_string()))
}
