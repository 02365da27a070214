-- Version 1 of the one file. Words of the field are in the code of the rules; here are only their shapes.
-- Days are written 2026-09-01, moments 2026-09-01T08:30:00, points in whole hundredths.

CREATE TABLE school (
    id          TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    name        TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
    short_name  TEXT NOT NULL,
    stage       TEXT NOT NULL
                CHECK (stage IN ('kindergarten', 'primary', 'junior', 'nine_year', 'senior', 'complete')),
    principal   TEXT NOT NULL,
    is_mine     INTEGER NOT NULL CHECK (is_mine IN (0, 1)),
    created_at  TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at  TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??')
) STRICT;

-- One school keeps these records.
CREATE UNIQUE INDEX school_mine ON school (is_mine) WHERE is_mine = 1;

CREATE TABLE teacher (
    id                TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    name              TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
    -- How the name sorts and how it is found; made from the name at every change.
    pinyin_key        TEXT NOT NULL,
    initials          TEXT NOT NULL,
    sex               TEXT CHECK (sex IN ('male', 'female')),
    -- 1978-05 when the day is unknown.
    birth             TEXT CHECK (length(birth) IN (7, 10)),
    -- The whole ID number is never kept: a keyed digest recognises the person, four places show him.
    id_tail           TEXT NOT NULL CHECK (length(id_tail) IN (0, 4)),
    id_digest         TEXT NOT NULL CHECK (length(id_digest) IN (0, 64)),
    political_status  TEXT NOT NULL,
    education         TEXT NOT NULL,
    subject           TEXT NOT NULL,
    title             TEXT NOT NULL,
    title_awarded     TEXT NOT NULL,
    backbone          TEXT NOT NULL,
    post              TEXT NOT NULL,
    joined_work_on    TEXT CHECK (joined_work_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    joined_school_on  TEXT CHECK (joined_school_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    on_establishment  INTEGER CHECK (on_establishment IN (0, 1)),
    phone             TEXT NOT NULL,
    note              TEXT NOT NULL,
    created_at        TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at        TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??')
) STRICT;

CREATE INDEX teacher_sorted ON teacher (pinyin_key, name, id);
CREATE UNIQUE INDEX teacher_person ON teacher (id_digest) WHERE id_digest <> '';

CREATE TABLE assignment (
    id                 TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    teacher_id         TEXT NOT NULL REFERENCES teacher (id),
    sending_school_id  TEXT NOT NULL REFERENCES school (id),
    host_school_id     TEXT NOT NULL REFERENCES school (id) CHECK (host_school_id <> sending_school_id),
    mode               TEXT NOT NULL CHECK (mode IN ('full_time', 'part_time', 'flexible')),
    post_mode          TEXT NOT NULL CHECK (post_mode IN ('fill', 'shadow', 'seconded', 'circuit', 'delivery')),
    subject            TEXT NOT NULL,
    classes            TEXT NOT NULL,
    weekly_lessons     INTEGER CHECK (weekly_lessons BETWEEN 0 AND 60),
    is_homeroom        INTEGER CHECK (is_homeroom IN (0, 1)),
    start_on           TEXT NOT NULL CHECK (start_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    planned_end_on     TEXT NOT NULL CHECK (planned_end_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    actual_end_on      TEXT CHECK (actual_end_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    created_at         TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at         TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??'),
    CHECK (planned_end_on > start_on),
    CHECK (actual_end_on IS NULL OR actual_end_on >= start_on)
) STRICT;

CREATE INDEX assignment_teacher ON assignment (teacher_id);
CREATE INDEX assignment_sending ON assignment (sending_school_id);
CREATE INDEX assignment_host ON assignment (host_school_id);

CREATE TABLE appraisal (
    id             TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    assignment_id  TEXT NOT NULL REFERENCES assignment (id),
    -- The calendar year in which the school year begins.
    year           INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2150),
    state          TEXT NOT NULL CHECK (state IN ('open', 'host_signed', 'sending_signed')),
    created_at     TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at     TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??'),
    UNIQUE (assignment_id, year)
) STRICT;

CREATE INDEX appraisal_year ON appraisal (year);

CREATE TABLE appraisal_host (
    appraisal_id          TEXT NOT NULL PRIMARY KEY REFERENCES appraisal (id) ON DELETE CASCADE,
    is_exam_applicable    INTEGER NOT NULL CHECK (is_exam_applicable IN (0, 1)),
    missing_stage_reason  TEXT NOT NULL,
    strengths             TEXT NOT NULL,
    weaknesses            TEXT NOT NULL,
    advice                TEXT NOT NULL,
    proposed_grade        TEXT
                          CHECK (proposed_grade IN ('unqualified', 'basically_qualified', 'qualified', 'excellent')),
    members               TEXT NOT NULL,
    principal             TEXT NOT NULL,
    self_report           TEXT NOT NULL,
    self_report_on        TEXT CHECK (self_report_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    days_due              INTEGER CHECK (days_due BETWEEN 0 AND 65535),
    days_present          INTEGER CHECK (days_present BETWEEN 0 AND 65535),
    days_sick             INTEGER CHECK (days_sick BETWEEN 0 AND 65535),
    days_personal         INTEGER CHECK (days_personal BETWEEN 0 AND 65535),
    days_unexcused        INTEGER CHECK (days_unexcused BETWEEN 0 AND 65535)
) STRICT, WITHOUT ROWID;

CREATE TABLE appraisal_sending (
    appraisal_id  TEXT NOT NULL PRIMARY KEY REFERENCES appraisal (id) ON DELETE CASCADE,
    opinion       TEXT NOT NULL,
    principal     TEXT NOT NULL,
    grade         TEXT CHECK (grade IN ('unqualified', 'basically_qualified', 'qualified', 'excellent')),
    grade_reason  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE appraisal_score (
    appraisal_id  TEXT NOT NULL REFERENCES appraisal (id) ON DELETE CASCADE,
    side          TEXT NOT NULL CHECK (side IN ('sending', 'host')),
    code          TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 10),
    -- Hundredths; missing is never zero.
    points        INTEGER CHECK (points BETWEEN 0 AND 10000),
    evidence      TEXT NOT NULL,
    PRIMARY KEY (appraisal_id, side, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE appraisal_tally (
    appraisal_id  TEXT NOT NULL REFERENCES appraisal (id) ON DELETE CASCADE,
    place         INTEGER NOT NULL CHECK (place >= 0),
    source        TEXT NOT NULL CHECK (source IN ('leaders', 'peers', 'pupils', 'parents', 'self')),
    score         INTEGER CHECK (score BETWEEN 0 AND 10000),
    invited       INTEGER CHECK (invited BETWEEN 0 AND 4294967295),
    returned      INTEGER CHECK (returned BETWEEN 0 AND 4294967295),
    PRIMARY KEY (appraisal_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE appraisal_stage (
    appraisal_id  TEXT NOT NULL REFERENCES appraisal (id) ON DELETE CASCADE,
    term          TEXT NOT NULL CHECK (term IN ('autumn', 'spring')),
    points        INTEGER NOT NULL CHECK (points BETWEEN 0 AND 10000),
    PRIMARY KEY (appraisal_id, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE appraisal_goal (
    appraisal_id  TEXT NOT NULL REFERENCES appraisal (id) ON DELETE CASCADE,
    place         INTEGER NOT NULL CHECK (place >= 0),
    text          TEXT NOT NULL,
    weight        INTEGER CHECK (weight BETWEEN 0 AND 100),
    achieved      INTEGER CHECK (achieved BETWEEN 0 AND 255),
    evidence      TEXT NOT NULL,
    PRIMARY KEY (appraisal_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE appraisal_duty (
    appraisal_id  TEXT NOT NULL REFERENCES appraisal (id) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    done          INTEGER CHECK (done BETWEEN 0 AND 65535),
    required      INTEGER CHECK (required BETWEEN 0 AND 65535),
    PRIMARY KEY (appraisal_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE appraisal_veto (
    appraisal_id  TEXT NOT NULL REFERENCES appraisal (id) ON DELETE CASCADE,
    place         INTEGER NOT NULL CHECK (place >= 0),
    code          TEXT NOT NULL CHECK (code IN ('V1', 'V2', 'V3', 'V4', 'V5', 'V1-LIGHT')),
    fact          TEXT NOT NULL,
    document      TEXT NOT NULL,
    PRIMARY KEY (appraisal_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback (
    id                TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    assignment_id     TEXT NOT NULL REFERENCES assignment (id),
    kind              TEXT NOT NULL CHECK (kind IN ('term', 'year', 'any_time')),
    given_on          TEXT NOT NULL CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    given_by          TEXT NOT NULL,
    satisfaction_1    INTEGER CHECK (satisfaction_1 BETWEEN 1 AND 5),
    satisfaction_2    INTEGER CHECK (satisfaction_2 BETWEEN 1 AND 5),
    satisfaction_3    INTEGER CHECK (satisfaction_3 BETWEEN 1 AND 5),
    satisfaction_4    INTEGER CHECK (satisfaction_4 BETWEEN 1 AND 5),
    satisfaction_5    INTEGER CHECK (satisfaction_5 BETWEEN 1 AND 5),
    satisfaction_6    INTEGER CHECK (satisfaction_6 BETWEEN 1 AND 5),
    contributions     TEXT NOT NULL,
    changes           TEXT NOT NULL,
    requests          TEXT NOT NULL,
    recommendation    TEXT CHECK (recommendation IN ('continue', 'extend', 'rotate')),
    created_at        TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at        TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??')
) STRICT;

CREATE INDEX feedback_assignment ON feedback (assignment_id, given_on);

CREATE TABLE feedback_item (
    id           TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    feedback_id  TEXT NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
    place        INTEGER NOT NULL CHECK (place >= 0),
    class        TEXT NOT NULL CHECK (class IN ('praise', 'suggestion', 'problem', 'request')),
    text         TEXT NOT NULL,
    owner        TEXT NOT NULL,
    due_on       TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reply        TEXT NOT NULL,
    closed_on    TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    UNIQUE (feedback_id, place)
) STRICT;

-- The archive: exactly the bytes that were issued. A further signature is a further row.
CREATE TABLE report (
    id             TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    assignment_id  TEXT NOT NULL REFERENCES assignment (id),
    year           INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2150),
    form           TEXT NOT NULL CHECK (length(form) BETWEEN 1 AND 20),
    number         TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 40),
    revision       INTEGER NOT NULL CHECK (revision BETWEEN 1 AND 9999),
    -- Who signed last; nobody yet while it is only drawn.
    side           TEXT CHECK (side IN ('sending', 'host')),
    facts          TEXT NOT NULL CHECK (json_valid(facts)),
    facts_sha256   TEXT NOT NULL CHECK (length(facts_sha256) = 64),
    pdf            BLOB NOT NULL CHECK (length(pdf) > 0),
    pdf_sha256     TEXT NOT NULL CHECK (length(pdf_sha256) = 64),
    issued_on      TEXT NOT NULL CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    -- The head of the log at that moment: whoever holds the paper can prove the history up to there.
    log_seq        INTEGER NOT NULL CHECK (log_seq >= 1),
    log_hash       BLOB NOT NULL CHECK (length(log_hash) = 32),
    printed        INTEGER NOT NULL CHECK (printed >= 0),
    created_at     TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at     TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??'),
    UNIQUE (number, revision)
) STRICT;

CREATE INDEX report_assignment ON report (assignment_id);

CREATE TRIGGER report_is_never_changed BEFORE UPDATE OF
    id, assignment_id, year, form, number, revision, side, facts, facts_sha256, pdf, pdf_sha256, issued_on,
    log_seq, log_hash, created_at ON report
BEGIN SELECT RAISE(ABORT, 'an issued report is never changed'); END;

CREATE TRIGGER report_is_never_deleted BEFORE DELETE ON report
BEGIN SELECT RAISE(ABORT, 'an issued report is never deleted'); END;

CREATE TABLE school_key (
    school_id    TEXT NOT NULL PRIMARY KEY REFERENCES school (id),
    -- Encrypted under the signer's own passphrase; a plain key is refused here.
    pem          TEXT NOT NULL CHECK (pem GLOB '-----BEGIN ENCRYPTED PRIVATE KEY-----*'),
    certificate  BLOB NOT NULL CHECK (length(certificate) > 0),
    created_at   TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at   TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??')
) STRICT;

CREATE TABLE school_seal (
    school_id   TEXT NOT NULL PRIMARY KEY REFERENCES school (id),
    png         BLOB NOT NULL CHECK (length(png) > 0),
    created_at  TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at  TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??')
) STRICT;

CREATE TABLE setting (
    name        TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 40),
    value       TEXT NOT NULL,
    created_at  TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at  TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??')
) STRICT;

-- What was done. Rows are only ever added, and each holds the digest of all before it.
CREATE TABLE log (
    seq    INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
    at     TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??'),
    role   TEXT NOT NULL CHECK (role IN ('principal')),
    op     TEXT NOT NULL CHECK (op <> ''),
    about  TEXT NOT NULL,
    body   TEXT NOT NULL CHECK (json_valid(body)),
    hash   BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;

CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is never deleted'); END;
