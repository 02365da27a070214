//! A form goes through both hands and is verified at every step.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod fixture;

use domain::school::Side;
use fixture::{
    Form, HOST, HOST_SCHOOL, SENDING, SENDING_SCHOOL, at, certified, countersigned, drawn,
    occasion, paper, saved, sheet, trusted, values,
};
use signing::{ChangesAfter, Status, certify, field_values, fill_and_sign, verify};
use std::path::Path;

/// Left behind for independent tools (see `check_with_pyhanko.py`).
fn keep(name: &str, bytes: &[u8]) {
    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name), bytes).unwrap();
}

#[test]
fn both_signatures_hold_after_the_second() {
    for (form, label) in [(Form::Inline, "inline"), (Form::Apart, "apart")] {
        let paper = paper(form);
        let first = certified(&paper);
        assert!(first.starts_with(&paper));
        let verification = verify(&first, &trusted()).unwrap();
        assert_eq!(verification.status, Status::Intact);
        let [host] = verification.signatures.as_slice() else {
            panic!("{verification:?}")
        };
        assert!(host.intact && host.trusted && host.covers_whole_file);
        assert_eq!(host.changes_after, ChangesAfter::None);

        let second = countersigned(&first);
        assert!(second.starts_with(&first));
        let verification = verify(&second, &trusted()).unwrap();
        assert_eq!(verification.status, Status::Intact, "{verification:?}");
        let [host, sending] = verification.signatures.as_slice() else {
            panic!("{verification:?}")
        };
        assert!(host.intact && host.trusted && !host.covers_whole_file);
        assert_eq!(host.changes_after, ChangesAfter::FormFilling);
        assert_eq!((host.side, host.field.as_str()), (Some(Side::Host), HOST));
        assert_eq!(host.signer.as_deref(), Some("青石坳镇中心小学"));
        assert_eq!(host.signed_at, Some(at(9)));
        assert!(sending.intact && sending.trusted && sending.covers_whole_file);
        assert_eq!(sending.changes_after, ChangesAfter::None);
        assert_eq!(
            (sending.side, sending.field.as_str()),
            (Some(Side::Sending), SENDING)
        );
        assert_eq!(sending.signer.as_deref(), Some("云岫市第九实验小学"));
        assert_eq!(sending.signed_at, Some(at(12)));

        keep(&format!("{label}-first.pdf"), &first);
        keep(&format!("{label}-second.pdf"), &second);
    }
    keep("host.der", &HOST_SCHOOL.file.certificate_der);
    keep("sending.der", &SENDING_SCHOOL.file.certificate_der);
}

#[test]
fn the_filled_texts_can_be_read_back() {
    let second = countersigned(&certified(&paper(Form::Apart)));
    let read = field_values(&second).unwrap();
    assert_eq!(read, values().into_iter().collect());
    assert!(field_values(&paper(Form::Inline)).unwrap().is_empty());
}

#[test]
fn the_same_act_gives_the_same_bytes() {
    let paper = paper(Form::Inline);
    assert_eq!(certified(&paper), certified(&paper));
}

#[test]
fn an_unknown_certificate_is_intact_but_not_trusted() {
    let first = certified(&paper(Form::Inline));
    let only_other = [SENDING_SCHOOL.file.certificate_der.clone()];
    let verification = verify(&first, &only_other).unwrap();
    assert_eq!(verification.status, Status::Intact);
    assert!(verification.signatures.iter().all(|one| !one.trusted));
}

#[test]
fn a_form_nobody_signed_is_unsigned_and_a_foreign_pdf_is_not_ours() {
    let unsigned = verify(&paper(Form::Inline), &[]).unwrap();
    assert_eq!(unsigned.status, Status::Unsigned);
    let foreign = verify(&sheet(&[HOST]), &[]).unwrap();
    assert_eq!(foreign.status, Status::NotOurs);
    assert_eq!(verify(b"", &[]).unwrap_err().code(), "SIGN-01");
    assert_eq!(
        verify(b"%PDF-1.7\n%%EOF", &[]).unwrap_err().code(),
        "SIGN-01"
    );
}

#[test]
fn signatures_come_in_their_order_and_each_once() {
    let (host, sending) = (&HOST_SCHOOL.signer, &SENDING_SCHOOL.signer);
    let paper = paper(Form::Inline);
    let fill = sheet(&["sending.year", "sending.s1", "sending.opinion"]);
    let early = fill_and_sign(
        &paper,
        &values(),
        &fill,
        SENDING,
        None,
        sending,
        &occasion(9),
    );
    assert_eq!(early.unwrap_err().code(), "SIGN-17");
    let first = certified(&paper);
    let again = certify(&first, SENDING, None, host, &occasion(9));
    assert_eq!(again.unwrap_err().code(), "SIGN-17");
    let second = countersigned(&first);
    let again = fill_and_sign(&second, &[], &fill, SENDING, None, sending, &occasion(13));
    assert_eq!(again.unwrap_err().code(), "SIGN-03");
    let mut broken = first;
    broken[40] ^= 1;
    let over = fill_and_sign(
        &broken,
        &values(),
        &fill,
        SENDING,
        None,
        sending,
        &occasion(9),
    );
    assert!(matches!(over.unwrap_err().code(), "SIGN-01" | "SIGN-17"));
}

#[test]
fn what_does_not_fit_is_refused() {
    let host = &HOST_SCHOOL.signer;
    let paper = paper(Form::Inline);
    let code = |field: &str, seal: Option<&[u8]>, day: u32| {
        let mut occasion = occasion(9);
        occasion.at = at(day) - chrono::Days::new(10);
        certify(&paper, field, seal, host, &occasion)
            .unwrap_err()
            .code()
    };
    assert_eq!(code("host.seal", None, 20), "SIGN-02");
    assert_eq!(code("sending.s1", None, 20), "SIGN-04");
    assert_eq!(code(HOST, Some(&sheet(&["sending.s1"])), 20), "SIGN-15");
    assert_eq!(code(HOST, Some(b"no pdf"), 20), "SIGN-15");
    assert_eq!(code(HOST, None, 2), "SIGN-14");
    let mut tail = paper.clone();
    tail.extend_from_slice(b"\nx");
    let refused = certify(&tail, HOST, None, host, &occasion(9));
    assert_eq!(refused.unwrap_err().code(), "SIGN-16");

    let first = certified(&paper);
    let sending = &SENDING_SCHOOL.signer;
    let few = sheet(&["sending.s1"]);
    let refused = fill_and_sign(
        &first,
        &values(),
        &few,
        SENDING,
        None,
        sending,
        &occasion(9),
    );
    assert_eq!(refused.unwrap_err().code(), "SIGN-15");
    let twice = vec![values()[1].clone(), values()[1].clone()];
    let sheets = sheet(&["sending.s1", "sending.s1"]);
    let refused = fill_and_sign(
        &first,
        &twice,
        &sheets,
        SENDING,
        None,
        sending,
        &occasion(9),
    );
    assert_eq!(refused.unwrap_err().code(), "SIGN-03");
}

#[test]
fn a_form_that_strict_readers_would_not_accept_is_refused() {
    let refused = |change: fn(&mut lopdf::Dictionary)| {
        let mut document = drawn(Form::Inline);
        let fields = document.objects.values_mut();
        let text = fields
            .filter_map(|object| object.as_dict_mut().ok())
            .find(|entries| {
                entries.get(b"FT").and_then(lopdf::Object::as_name).ok() == Some(b"Tx")
            });
        change(text.unwrap());
        let paper = saved(document);
        let signed = certify(&paper, HOST, None, &HOST_SCHOOL.signer, &occasion(9));
        signed.unwrap_err().code()
    };
    let full_stop = |entries: &mut lopdf::Dictionary| {
        entries.set("T", lopdf::Object::string_literal("sending.year"));
    };
    assert_eq!(refused(full_stop), "SIGN-16");
    assert_eq!(refused(|entries| entries.set("P", (1, 0))), "SIGN-16");
    assert_eq!(refused(|entries| entries.set("F", 2)), "SIGN-16");
    let mut document = drawn(Form::Inline);
    document.compress();
    let mut stream = Vec::new();
    document.save_modern(&mut stream).unwrap();
    let signed = certify(&stream, HOST, None, &HOST_SCHOOL.signer, &occasion(9));
    assert_eq!(signed.unwrap_err().code(), "SIGN-16");
}

#[test]
fn a_signature_without_seal_and_texts_holds_as_well() {
    let first = certify(
        &paper(Form::Apart),
        HOST,
        None,
        &HOST_SCHOOL.signer,
        &occasion(9),
    )
    .unwrap();
    let sending = &SENDING_SCHOOL.signer;
    let second = fill_and_sign(&first, &[], b"", SENDING, None, sending, &occasion(9)).unwrap();
    let verification = verify(&second, &trusted()).unwrap();
    assert_eq!(verification.status, Status::Intact, "{verification:?}");
    assert_eq!(verification.signatures.len(), 2);
}
