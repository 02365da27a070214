//! The commands, one file per noun.

mod around;
mod assignment;
mod compute;
mod ledger;
mod people;
mod policy;
mod posting;
mod report;
mod school;
mod selection;

use app::Failure;

use crate::args::{Appraisal, Cli, Command};
use crate::output::Answer;
use crate::place;

use selection::Noun;

/// Runs a command.
pub(crate) fn run(cli: &Cli) -> Result<Answer, Failure> {
    let global = &cli.global;
    match &cli.command {
        Command::Demo { out } => ledger::demo(global, out),
        Command::Init {
            school,
            year,
            stage,
        } => ledger::init(global, school, year, stage),
        Command::Check => ledger::check(global),
        Command::History => ledger::history(global),
        Command::Import { what } => people::import(global, what),
        Command::Teachers { what } => people::teachers(global, what),
        Command::School { what } => school::run(global, what),
        Command::Key { what } => school::key(global, what),
        Command::Policy { what } => policy::run(global, what),
        Command::Calendar { year } => policy::calendar(global, year.as_deref()),
        Command::Need { what } => selection::noun(global, Noun::Need, what),
        Command::Exemption { what } => selection::noun(global, Noun::Exemption, what),
        Command::Eligibility { what } => selection::eligibility(global, what),
        Command::Candidate { what } => selection::noun(global, Noun::Candidate, what),
        Command::Quota { year, policy } => {
            selection::quota(global, year.as_deref(), policy.as_deref())
        }
        Command::Lists { year, out } => selection::lists(global, year.as_deref(), out),
        Command::Assignment { what } => assignment::run(global, what),
        Command::Living { what } => around::living(global, what),
        Command::Swap { what } => around::swap(global, what),
        Command::Benefits {
            year,
            teacher,
            what,
        } => around::benefits(global, (year.as_deref(), teacher.as_deref()), what.as_ref()),
        Command::ServiceMonths { teacher, on } => {
            assignment::service_months(global, teacher.as_deref(), on.as_deref())
        }
        Command::Appraisal {
            what: Appraisal::Compute(input),
        } => {
            let computed = compute::compute(&place::exact_input(input)?)?;
            let lines = computed
                .get("steps")
                .and_then(|steps| steps.as_array())
                .cloned();
            let says = lines
                .unwrap_or_default()
                .iter()
                .filter_map(|line| line.as_str().map(str::to_owned))
                .collect();
            Ok(Answer::new(computed, says))
        }
        Command::Appraisal {
            what: Appraisal::Score(input),
        } => posting::score(global, input),
        Command::Feedback { what } => posting::feedback(global, what),
        Command::Report { what } => report::run(global, what),
        Command::Sign { file, side } => report::sign(global, file, *side),
        Command::Verify { file } => report::verify(global, file),
        Command::Archive { what } => report::archive(global, what),
        Command::Print {
            assignment,
            printer,
            copies,
        } => report::print(global, assignment, printer.as_deref(), *copies),
    }
}
