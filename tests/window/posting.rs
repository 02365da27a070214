//! A posting in the window: from the approved list over the letter that both schools sign to an extension.

use std::path::{Path, PathBuf};

use shuangping_tests::programs;

use crate::driver::Window;
use crate::{NARROW, check};

/// Who stayed at home in the practice school's year, and now goes as well.
const PERSON: &str = "秦子衿";
/// Whose day of birth is not on file there: a person decides before the run is frozen.
const UNKNOWN: &str = "孟觉晓";
/// What the bureau's paper is called.
const EXTENSION: &str = "样教〔2026〕88号";

#[tokio::test]
async fn a_principal_leads_a_posting_from_the_approved_list_over_a_signed_letter_to_an_extension() {
    let window = Window::open("posting", &["--practice"]).await;
    window.see("home").await;
    approve(&window).await;
    post(&window).await;
    agree(&window).await;
    let letter = sign(&window).await;
    let said = programs::pdfsig(&letter);
    assert_eq!(programs::valid_signatures(&said), 2, "{said}");
    go(&window).await;
    extend(&window).await;
    look_round(&window).await;
    window.close().await;
}

#[tokio::test]
async fn a_principal_signs_the_letters_and_certificates_of_all_postings_in_one_go() {
    let window = Window::open("papers", &["--practice"]).await;
    window.see("home").await;
    window.click("nav-assignment").await;
    window.click("assignment-papers").await;
    window.click("papers-all").await;
    window.click("papers-make").await;
    window.see("papers-sign-host").await;
    come_to_rest(&window).await;
    window.resize(NARROW, 540).await;
    check(&window, "papers-made").await;
    for side in ["host", "sending"] {
        window.click(&format!("papers-sign-{side}")).await;
        window.type_into("paper-sign-passphrase", "样例学校").await;
        window.click("paper-sign-tick").await;
        check(&window, &format!("papers-sign-{side}")).await;
        window.click("paper-sign-confirm").await;
        window.see_gone("paper-sign-dialog").await;
        window.see_gone(&format!("papers-sign-{side}")).await;
    }
    come_to_rest(&window).await;
    check(&window, "papers-signed").await;
    window.click("papers-save").await;
    window
        .wait_for("the saved papers", async || {
            pdf_of(&window.saves()).is_some()
        })
        .await;
    window.close().await;
}

async fn approve(window: &Window) {
    window.click("nav-selection").await;
    window.click("selection-part-eligibility").await;
    window.click("eligibility-filter-manual").await;
    window.read("eligibility-grid-row", UNKNOWN).await;
    window.click("eligibility-grid-row").await;
    window.click("ruling-may").await;
    window.type_into("ruling-reason", "已核对身份证原件").await;
    window.click("verdict-save").await;
    window.see_gone("verdict-dialog").await;
    window.click("eligibility-freeze").await;
    window.click("freeze-tick").await;
    window.click("freeze-confirm").await;
    window.read("eligibility-state", "已冻结").await;

    window.click("selection-part-candidate").await;
    window.click("candidate-add").await;
    window.pick("candidate-teacher", PERSON).await;
    window.pick("candidate-channel", "组织选派").await;
    window
        .type_day("candidate-recommended", "2025年6月25日")
        .await;
    window.type_into("candidate-opinion", "同意推荐").await;
    window
        .pick("candidate-to", "样例市柳林乡九年一贯制学校")
        .await;
    window.click("candidate-consent-yes").await;
    window.click("candidate-accepts-yes").await;
    window
        .type_into("candidate-document", "样教〔2025〕61号")
        .await;
    window.type_day("candidate-approved", "2025年7月20日").await;
    window.picture("approval").await;
    window.click("candidate-save").await;
    window.see_gone("candidate-dialog").await;
    window.read("candidate-grid", "已批准").await;
}

async fn post(window: &Window) {
    window.click("nav-assignment").await;
    window.click("assignment-send-approved").await;
    window.read("assignment-grid", PERSON).await;
    window.picture("list").await;
    window.type_into("assignment-search", PERSON).await;
    window
        .wait_for("one posting to be left", async || {
            window.count("assignment-grid-row").await == 1
        })
        .await;
    window.click("assignment-grid-row").await;
    window.read("posting-teacher", PERSON).await;
    window.read("posting-state", "已批准").await;
    window.picture("approved").await;
    // The policy asks for two years and the bureau approved one: what was approved is changed only once its step is
    // taken back, and approved again with a word why.
    window.click("take-back").await;
    window
        .type_into("take-back-reason", "批准期限为一学年，登记有误")
        .await;
    window.click("take-back-save").await;
    window.see_gone("take-back-dialog").await;
    window.click("posting-edit").await;
    window.type_day("assignment-end", "2026年8月31日").await;
    window.picture("edited").await;
    window.click("assignment-save").await;
    window.see_gone("assignment-dialog").await;
    window.click("posting-step-approve").await;
    window.type_day("step-on", "2025年7月20日").await;
    window.type_into("step-by", "样例市教育局").await;
    window.type_into("step-approval", "样教〔2025〕61号").await;
    window.type_day("step-approved-on", "2025年7月20日").await;
    window
        .type_into("step-reason", "省级支教项目，期限一学年")
        .await;
    window.picture("approving").await;
    save_step(window).await;
    window.read("posting-state", "已批准").await;
}

async fn save_step(window: &Window) {
    window.click("step-save").await;
    window.see_gone("step-dialog").await;
}

/// Goals that make 99 are refused; a draft of them is kept and stops the letter; goals that make 100 let it be made.
async fn agree(window: &Window) {
    window.click("posting-part-goal").await;
    window.click("goal-add").await;
    window
        .type_into("goal-text", "承担四年级数学教学，带教青年教师2人")
        .await;
    window.type_into("goal-measure", "期末监测和结对记录").await;
    window.type_into("goal-weight", "99").await;
    window.read("goal-sum", "99").await;
    window.click("goal-save").await;
    window.read("failure", "合计为99").await;
    window.picture("goals-refused").await;
    window.click("goal-draft").await;
    window.read("posting-doubts", "工作目标还是草稿").await;
    window.click("posting-part-paper").await;
    window
        .click_at("[data-test=paper-F-04] [data-test=paper-make]")
        .await;
    window.read("paper-failed", "99").await;
    window.picture("refused").await;
    window.click("posting-part-goal").await;
    window.type_into("goal-weight", "100").await;
    window.click("goal-save").await;
    window.see_gone("posting-doubts").await;
    window.picture("goals").await;
}

/// The letter, signed by the host school and after it by the sending school.
async fn sign(window: &Window) -> PathBuf {
    window.click("posting-part-paper").await;
    window
        .click_at("[data-test=paper-F-04] [data-test=paper-make]")
        .await;
    for side in ["host", "sending"] {
        window.click(&format!("paper-sign-{side}")).await;
        window.type_into("paper-sign-passphrase", "样例学校").await;
        window.click("paper-sign-tick").await;
        window.picture(&format!("sign-{side}")).await;
        window.click("paper-sign-confirm").await;
        window.see_gone("paper-sign-dialog").await;
    }
    window.read("paper-F-04", "双方已签章").await;
    window.picture("signed").await;
    window
        .click_at("[data-test=paper-F-04] [data-test=paper-save]")
        .await;
    let folder = window.saves();
    let found = || pdf_of(&folder);
    window
        .wait_for("the saved letter", async || found().is_some())
        .await;
    found().expect("it was just there")
}

fn pdf_of(folder: &Path) -> Option<PathBuf> {
    let mut files = std::fs::read_dir(folder).ok()?;
    files.find_map(|file| {
        let path = file.ok()?.path();
        path.extension()
            .is_some_and(|end| end == "pdf")
            .then_some(path)
    })
}

/// The three signatures on the letter, and the first day at the host school.
async fn go(window: &Window) {
    window.click("posting-step-sign_goals").await;
    window
        .type_day("step-teacher-signed", "2025年8月26日")
        .await;
    window.type_into("step-host-signer", "祁望舒").await;
    window.type_day("step-host-signed", "2025年8月27日").await;
    window.type_into("step-sending-signer", "顾砚之").await;
    window
        .type_day("step-sending-signed", "2025年8月28日")
        .await;
    window.type_into("step-by", "顾砚之").await;
    window.picture("three-signatures").await;
    save_step(window).await;
    window.read("posting-state", "责任书已签").await;
    window.click("posting-step-arrive").await;
    window.type_into("step-by", "祁望舒").await;
    save_step(window).await;
    window.read("posting-state", "在岗").await;
}

/// An extension without approval is refused with every reason at once, and goes through with it.
async fn extend(window: &Window) {
    window.click("posting-step-reach_end").await;
    window.type_day("step-on", "2026年6月26日").await;
    window.type_into("step-by", "祁望舒").await;
    save_step(window).await;
    window.click("posting-step-extend").await;
    window.type_day("step-on", "2026年7月6日").await;
    window.type_into("step-by", "样例市教育局").await;
    window
        .type_into("step-reason", "工作目标未完成，延长一学期")
        .await;
    window.click("step-save").await;
    let said = window.read("failure", "请填写审批文号和日期").await;
    assert!(said.contains("请填写延期后的结束日期"), "{said}");
    window.picture("extension-refused").await;
    window.type_day("step-until", "2027年1月31日").await;
    window.type_into("step-approval", EXTENSION).await;
    window.type_day("step-approved-on", "2026年7月6日").await;
    window.picture("extension").await;
    save_step(window).await;
    window.read("course", EXTENSION).await;
    window.picture("extended").await;
}

/// Every view of the postings, and every part of one posting's page, on the narrowest screen.
async fn look_round(window: &Window) {
    window.resize(NARROW, 540).await;
    for part in ["course", "goal", "living", "benefit", "paper", "months"] {
        let mark = format!("posting-part-{part}");
        window.click(&mark).await;
        come_to_rest(window).await;
        check(window, &mark).await;
    }
    window.click("posting-back").await;
    for part in ["list", "timeline", "months", "benefit"] {
        let mark = format!("assignment-part-{part}");
        window.click(&mark).await;
        come_to_rest(window).await;
        check(window, &mark).await;
    }
}

/// Once the lists are read and no message that something was done hides a part of them.
async fn come_to_rest(window: &Window) {
    let is_at_rest = "return !document.querySelector('[aria-busy=true], .el-message')";
    window
        .wait_for("the screen to come to rest", async || {
            window.ask(is_at_rest).await == true
        })
        .await;
}
