-- Version 3: the course of a posting from approval to return, its goals, living conditions, swaps and benefits; papers
-- that are about a person, a school or a year and not about a posting. Money in whole fen.

ALTER TABLE assignment ADD COLUMN track TEXT
    CHECK (track IN ('remote', 'support', 'rotation', 'principal', 'seconded', 'shadow', 'placement', 'voluntary'));
-- What a month counts for, in hundredths.
ALTER TABLE assignment ADD COLUMN credit INTEGER NOT NULL DEFAULT 100 CHECK (credit BETWEEN 100 AND 300);
ALTER TABLE assignment ADD COLUMN is_post_kept INTEGER CHECK (is_post_kept IN (0, 1));
ALTER TABLE assignment ADD COLUMN is_pay_unchanged INTEGER CHECK (is_pay_unchanged IN (0, 1));
ALTER TABLE assignment ADD COLUMN is_contract_unchanged INTEGER CHECK (is_contract_unchanged IN (0, 1));
ALTER TABLE assignment ADD COLUMN lodging TEXT CHECK (lodging IN ('at_school', 'at_home', 'rented'));
ALTER TABLE assignment ADD COLUMN commute_minutes INTEGER CHECK (commute_minutes BETWEEN 0 AND 65535);
ALTER TABLE assignment ADD COLUMN distance_km INTEGER CHECK (distance_km BETWEEN 0 AND 65535);

-- What has happened to a posting, in its order, with what each step replaced. Its state follows from these.
CREATE TABLE assignment_step (
    assignment_id       TEXT NOT NULL REFERENCES assignment (id) ON DELETE CASCADE,
    place               INTEGER NOT NULL CHECK (place >= 0),
    event               TEXT NOT NULL
                        CHECK (event IN ('submit', 'approve', 'send_back', 'sign_goals', 'arrive', 'backfill',
                                         'change_post', 'suspend', 'resume', 'reach_end', 'extend', 'go_on',
                                         'complete', 'end_early', 'recall', 'refuse_to_go', 'void_year',
                                         'void_whole', 'archive')),
    happened_on         TEXT NOT NULL CHECK (happened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    said_by             TEXT NOT NULL,
    reason              TEXT NOT NULL,
    approval_document   TEXT,
    approved_on         TEXT CHECK (approved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    teacher_signed_on   TEXT CHECK (teacher_signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    host_signer         TEXT,
    host_signed_on      TEXT CHECK (host_signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    sending_signer      TEXT,
    sending_signed_on   TEXT CHECK (sending_signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until_on            TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    notice_document     TEXT,
    noticed_on          TEXT CHECK (noticed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    second_person       TEXT NOT NULL,
    appraisal_id        TEXT REFERENCES appraisal (id),
    year                INTEGER CHECK (year BETWEEN 1950 AND 2150),
    planned_end_before  TEXT NOT NULL
                        CHECK (planned_end_before GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    actual_end_before   TEXT CHECK (actual_end_before GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (assignment_id, place),
    CHECK ((approval_document IS NULL) = (approved_on IS NULL)),
    CHECK ((notice_document IS NULL) = (noticed_on IS NULL)),
    CHECK ((host_signed_on IS NULL) = (teacher_signed_on IS NULL)),
    CHECK ((sending_signed_on IS NULL) = (teacher_signed_on IS NULL)),
    CHECK ((host_signer IS NULL) = (teacher_signed_on IS NULL)),
    CHECK ((sending_signer IS NULL) = (teacher_signed_on IS NULL))
) STRICT, WITHOUT ROWID;

-- The post before and after a change of post.
CREATE TABLE assignment_post (
    assignment_id   TEXT NOT NULL,
    place           INTEGER NOT NULL CHECK (place >= 0),
    is_before       INTEGER NOT NULL CHECK (is_before IN (0, 1)),
    mode            TEXT NOT NULL CHECK (mode IN ('full_time', 'part_time', 'flexible')),
    post_mode       TEXT NOT NULL CHECK (post_mode IN ('fill', 'shadow', 'seconded', 'circuit', 'delivery')),
    subject         TEXT NOT NULL,
    classes         TEXT NOT NULL,
    weekly_lessons  INTEGER CHECK (weekly_lessons BETWEEN 0 AND 60),
    is_homeroom     INTEGER CHECK (is_homeroom IN (0, 1)),
    PRIMARY KEY (assignment_id, place, is_before),
    FOREIGN KEY (assignment_id, place) REFERENCES assignment_step (assignment_id, place) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment_goal (
    assignment_id     TEXT NOT NULL REFERENCES assignment (id) ON DELETE CASCADE,
    place             INTEGER NOT NULL CHECK (place >= 0),
    text              TEXT NOT NULL,
    measure           TEXT NOT NULL,
    target            TEXT NOT NULL,
    weight            INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 255),
    due_on            TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    evidence          TEXT NOT NULL,
    host_result       TEXT CHECK (host_result IN ('met', 'partly', 'missed')),
    host_achieved     INTEGER CHECK (host_achieved BETWEEN 0 AND 100),
    sending_result    TEXT CHECK (sending_result IN ('met', 'partly', 'missed')),
    sending_achieved  INTEGER CHECK (sending_achieved BETWEEN 0 AND 100),
    PRIMARY KEY (assignment_id, place),
    CHECK ((host_result IS NULL) = (host_achieved IS NULL)),
    CHECK ((sending_result IS NULL) = (sending_achieved IS NULL))
) STRICT, WITHOUT ROWID;

-- What was done for him at the host school; never why somebody needs care.
CREATE TABLE living_item (
    id             TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    assignment_id  TEXT NOT NULL REFERENCES assignment (id),
    living_kind    TEXT NOT NULL
                   CHECK (living_kind IN ('lodging', 'meals', 'transport', 'children', 'care', 'other')),
    problem        TEXT NOT NULL,
    owner          TEXT NOT NULL,
    raised_on      TEXT NOT NULL CHECK (raised_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due_on         TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    help           TEXT NOT NULL,
    closed_on      TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    created_at     TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at     TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??')
) STRICT;

CREATE INDEX living_item_assignment ON living_item (assignment_id);

CREATE TABLE swap (
    id           TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    swap_kind    TEXT NOT NULL CHECK (swap_kind IN ('mutual', 'triangle')),
    released     TEXT,
    study        TEXT,
    study_from   TEXT CHECK (study_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    study_to     TEXT CHECK (study_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    college      TEXT,
    interns      INTEGER CHECK (interns BETWEEN 0 AND 255),
    created_at   TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at   TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??')
) STRICT;

CREATE TABLE swap_member (
    swap_id        TEXT NOT NULL REFERENCES swap (id) ON DELETE CASCADE,
    place          INTEGER NOT NULL CHECK (place >= 0),
    -- A posting belongs to one swap at most.
    assignment_id  TEXT NOT NULL UNIQUE REFERENCES assignment (id),
    PRIMARY KEY (swap_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE benefit (
    id             TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    assignment_id  TEXT NOT NULL REFERENCES assignment (id),
    benefit_kind   TEXT NOT NULL
                   CHECK (benefit_kind IN ('transport', 'allowance', 'rural_performance', 'living', 'bonus', 'other')),
    from_on        TEXT NOT NULL CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    to_on          TEXT NOT NULL CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due_fen        INTEGER CHECK (due_fen >= 0),
    basis          TEXT NOT NULL,
    paid_fen       INTEGER CHECK (paid_fen >= 0),
    paid_on        TEXT CHECK (paid_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note           TEXT NOT NULL,
    created_at     TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at     TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??'),
    CHECK (to_on >= from_on)
) STRICT;

CREATE INDEX benefit_assignment ON benefit (assignment_id, from_on);

-- Postings that were on file before had been there: they are taken over as such. Those that had not begun yet are
-- only typed, and an end that has not come yet is the planned one.
UPDATE assignment SET planned_end_on = actual_end_on, actual_end_on = NULL
WHERE actual_end_on IS NOT NULL AND (start_on > date('now', 'localtime') OR actual_end_on > date('now', 'localtime'));

UPDATE assignment SET planned_end_on = actual_end_on, actual_end_on = NULL WHERE actual_end_on >= planned_end_on;

INSERT INTO assignment_step (
    assignment_id, place, event, happened_on, said_by, reason, second_person, planned_end_before
)
SELECT id, 0, 'backfill', start_on, '旧版台账', '由旧版台账升级补登', '', planned_end_on FROM assignment
WHERE start_on <= date('now', 'localtime');

INSERT INTO assignment_step (
    assignment_id, place, event, happened_on, said_by, reason, second_person, planned_end_before
)
SELECT id, 1, 'end_early', actual_end_on, '旧版台账', '由旧版台账升级补登', '', planned_end_on
FROM assignment WHERE actual_end_on IS NOT NULL;

-- The archive again, with papers that are about no posting.
DROP TRIGGER report_is_never_changed;
DROP TRIGGER report_is_never_deleted;
DROP INDEX report_assignment;
ALTER TABLE report RENAME TO report_before;

CREATE TABLE report (
    id             TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    assignment_id  TEXT REFERENCES assignment (id),
    -- A candidate or a school that the paper is about; nothing for a posting's, and for a whole year's.
    record_id      TEXT CHECK (length(record_id) = 26),
    -- Whose name, or which list: as the archive shows it.
    about          TEXT NOT NULL CHECK (about <> ''),
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
    UNIQUE (number, revision),
    CHECK (assignment_id IS NULL OR record_id IS NULL)
) STRICT;

INSERT INTO report (
    id, assignment_id, about, year, form, number, revision, side, facts, facts_sha256, pdf, pdf_sha256, issued_on,
    log_seq, log_hash, printed, created_at, updated_at
)
SELECT report_before.id, assignment_id, teacher.name, year, form, number, revision, side, facts, facts_sha256, pdf,
    pdf_sha256, issued_on, log_seq, log_hash, printed, report_before.created_at, report_before.updated_at
FROM report_before JOIN assignment ON assignment.id = assignment_id JOIN teacher ON teacher.id = teacher_id;

DROP TABLE report_before;

CREATE INDEX report_assignment ON report (assignment_id);
CREATE INDEX report_form ON report (form, year);

CREATE TRIGGER report_is_never_changed BEFORE UPDATE OF
    id, assignment_id, record_id, about, year, form, number, revision, side, facts, facts_sha256, pdf, pdf_sha256,
    issued_on, log_seq, log_hash, created_at ON report
BEGIN SELECT RAISE(ABORT, 'an issued report is never changed'); END;

CREATE TRIGGER report_is_never_deleted BEFORE DELETE ON report
BEGIN SELECT RAISE(ABORT, 'an issued report is never deleted'); END;
