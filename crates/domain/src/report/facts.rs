//! The facts of a form as a flat list in a fixed order: what is kept in the archive and what the printed
//! fingerprint is made of. The same facts give the same list, letter for letter.

use super::{AnnualForm, Cell, Fact, ScoreRow};

struct Facts(Vec<Fact>);

impl Facts {
    fn text(&mut self, place: impl Into<String>, text: &str) {
        self.0.push((place.into(), text.to_owned()));
    }

    /// A missing value is left out, so that it never looks like an empty one.
    fn cell(&mut self, place: impl Into<String>, cell: &Cell) {
        if let Some(text) = cell {
            self.text(place, text);
        }
    }

    fn scores(&mut self, part: &str, rows: &[ScoreRow]) {
        for row in rows {
            let place = format!("{part}.scores.{}", row.code);
            self.text(format!("{place}.name"), &row.name);
            self.text(format!("{place}.max"), &row.max);
            self.cell(format!("{place}.points"), &row.points);
            self.cell(format!("{place}.evidence"), &row.evidence);
        }
    }
}

impl AnnualForm {
    /// The facts of the host's pages: fixed, fingerprinted and printed when the host school signs.
    pub fn host_facts(&self) -> Vec<Fact> {
        let mut facts = Facts(Vec::new());
        facts.text("form", "F-01");
        facts.text("number", &self.number);
        facts.text("year", &self.year);
        facts.text("issued_on", &self.issued_on);
        let teacher = &self.teacher;
        facts.text("teacher.name", &teacher.name);
        facts.cell("teacher.sex", &teacher.sex);
        facts.cell("teacher.birth", &teacher.birth);
        facts.cell("teacher.political_status", &teacher.political_status);
        facts.cell("teacher.education", &teacher.education);
        facts.cell("teacher.subject", &teacher.subject);
        facts.cell("teacher.title", &teacher.title);
        facts.cell("teacher.backbone", &teacher.backbone);
        let assignment = &self.assignment;
        facts.text("assignment.sending_school", &assignment.sending_school);
        facts.text("assignment.host_school", &assignment.host_school);
        facts.cell("assignment.mode", &assignment.mode);
        facts.cell("assignment.term", &assignment.term);
        facts.cell("assignment.classes", &assignment.classes);
        facts.cell("assignment.weekly_lessons", &assignment.weekly_lessons);
        facts.cell("assignment.homeroom", &assignment.homeroom);
        facts.cell("attendance.due", &self.attendance.due);
        facts.cell("attendance.present", &self.attendance.present);
        facts.cell("attendance.sick", &self.attendance.sick);
        facts.cell("attendance.personal", &self.attendance.personal);
        facts.cell("attendance.unexcused", &self.attendance.unexcused);
        for (index, goal) in self.goals.iter().enumerate() {
            let place = format!("goals.{}", index + 1);
            facts.text(format!("{place}.text"), &goal.text);
            facts.cell(format!("{place}.weight"), &goal.weight);
            facts.cell(format!("{place}.achieved"), &goal.achieved);
            facts.cell(format!("{place}.evidence"), &goal.evidence);
        }
        for duty in &self.duties {
            facts.cell(format!("duties.{}.done", duty.name), &duty.done);
            facts.cell(format!("duties.{}.required", duty.name), &duty.required);
        }
        facts.cell("self_report", &self.self_report);
        facts.cell("self_report_on", &self.self_report_on);
        let host = &self.host;
        facts.scores("host", &host.scores);
        facts.cell("host.total", &host.total);
        for source in &host.sources {
            let place = format!("host.sources.{}", source.name);
            facts.cell(format!("{place}.weight"), &source.weight);
            facts.cell(format!("{place}.returned"), &source.returned);
            facts.cell(format!("{place}.score"), &source.score);
        }
        facts.cell("host.multi_source", &host.multi_source);
        for (index, note) in host.source_notes.iter().enumerate() {
            facts.text(format!("host.source_notes.{}", index + 1), note);
        }
        facts.cell("host.stages", &host.stages);
        facts.cell("host.strengths", &host.strengths);
        facts.cell("host.weaknesses", &host.weaknesses);
        facts.cell("host.advice", &host.advice);
        facts.cell("host.proposed_grade", &host.proposed_grade);
        facts.cell("host.members", &host.members);
        facts.cell("host.principal", &host.principal);
        facts.cell("host.signed_on", &host.signed_on);
        facts.cell("feedback.summary", &self.feedback.summary);
        for (index, item) in self.feedback.open_items.iter().enumerate() {
            facts.text(format!("feedback.open_items.{}", index + 1), item);
        }
        facts.0
    }

    /// The facts of the sending school's part: fixed when the sending school signs.
    pub fn sending_facts(&self) -> Vec<Fact> {
        let mut facts = Facts(Vec::new());
        let sending = &self.sending;
        facts.scores("sending", &sending.scores);
        facts.cell("sending.total", &sending.total);
        facts.cell("sending.opinion", &sending.opinion);
        facts.cell("sending.calculation", &sending.calculation);
        facts.cell("sending.year_score", &sending.year_score);
        facts.cell("sending.grade", &sending.grade);
        facts.cell("sending.vetoes", &sending.vetoes);
        facts.cell("sending.principal", &sending.principal);
        facts.cell("sending.signed_on", &sending.signed_on);
        facts.0
    }
}
