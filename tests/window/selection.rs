//! The selection of the next year in the window: its calendar and policy, who must go, who is put forward, and
//! the bureau's lists.

use crate::driver::Window;

/// Whose day of birth is not on file in the practice school.
const UNKNOWN: &str = "孟觉晓";
/// The year after the one that the practice school has finished.
const NEXT: &str = "2026—2027学年";

#[tokio::test]
async fn a_principal_selects_the_next_years_teachers_and_saves_the_bureaus_lists() {
    let window = Window::open("selection", &["--practice"]).await;
    window.see("home").await;
    window.pick("year-picker", NEXT).await;
    look_at_rules(&window).await;
    paste_needs(&window).await;
    judge(&window).await;
    propose(&window).await;
    save_lists(&window).await;
    window.close().await;
}

async fn look_at_rules(window: &Window) {
    window.click("nav-calendar").await;
    window.click("calendar-filter-all").await;
    window.read("calendar-grid", "名单和名额核对报教育局").await;
    window.picture("calendar").await;
    window.click("nav-policy").await;
    window
        .click_at("[data-test=policy-grid-row][data-key=P3]")
        .await;
    window
        .read("policy-heading", "交流轮岗调配管理实施办法")
        .await;
    window.read("policy-parameters", "R103").await;
    window.picture("policy").await;
}

async fn paste_needs(window: &Window) {
    window.click("nav-selection").await;
    window.click("selection-part-need").await;
    window.click("need-paste").await;
    window.see("paste-text").await;
    // A tab that is typed would leave the field; pasted text arrives as one change of it.
    let paste = "const field = document.querySelector('[data-test=paste-text]'); \
        field.value = '石桥小学\\t数学\\t四年级\\t1\\n无名小学\\t语文\\t\\t1'; \
        field.dispatchEvent(new Event('input', { bubbles: true })); return true";
    window.ask(paste).await;
    window.click("paste-preview").await;
    window.read("paste-count-accepted", "1").await;
    window.read("paste-count-refused", "1").await;
    window.picture("pasted").await;
    window.click("paste-confirm").await;
    window.see("paste-said").await;
    window.click("paste-close").await;
    window.see_gone("paste-dialog").await;
    window.read("need-grid", "四年级").await;
}

async fn judge(window: &Window) {
    window.click("selection-part-eligibility").await;
    window.read("eligibility-grid", UNKNOWN).await;
    window.see_gone("paste-dialog").await;
    window.picture("eligibility").await;
    window.click("eligibility-filter-manual").await;
    window.read("eligibility-grid-row", UNKNOWN).await;
    window.picture("manual").await;
    window.click("eligibility-grid-row").await;
    window.click("ruling-must").await;
    window.type_into("ruling-reason", "已核对身份证原件").await;
    window.click("verdict-save").await;
    window.see_gone("verdict-dialog").await;
    window.click("eligibility-freeze").await;
    window.click("freeze-tick").await;
    window.picture("freeze").await;
    window.click("freeze-confirm").await;
    window.read("eligibility-state", "已冻结").await;
    window.picture("frozen").await;
}

async fn propose(window: &Window) {
    window.click("selection-part-candidate").await;
    window.click("candidate-propose").await;
    window.read("candidate-grid", UNKNOWN).await;
    window.picture("candidates").await;
}

async fn save_lists(window: &Window) {
    window.click("selection-part-quota").await;
    window.read("quota-row", "R403").await;
    window.read("dispatch-row", "职称").await;
    window.picture("quota").await;
    window.click("quota-save-lists").await;
    let folder = window.saves();
    window
        .wait_for("the bureau's workbook", async || {
            std::fs::read_dir(&folder).is_ok_and(|mut files| {
                files.any(|file| {
                    file.is_ok_and(|file| file.path().extension().is_some_and(|end| end == "xlsx"))
                })
            })
        })
        .await;
}
