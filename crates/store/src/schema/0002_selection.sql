-- Version 2: who is chosen to go. Policies and their versions, the calendar, needs, exemptions, rulings, frozen
-- eligibility runs and candidates; and what these ask of schools and teachers.

ALTER TABLE school ADD COLUMN area TEXT CHECK (area IN ('city', 'town', 'rural'));
ALTER TABLE school ADD COLUMN tier TEXT
    CHECK (tier IN ('teaching_point', 'village', 'area', 'complete_centre', 'centre', 'township_middle'));
ALTER TABLE school ADD COLUMN quality TEXT CHECK (quality IN ('good', 'ordinary', 'weak'));
ALTER TABLE school ADD COLUMN remoteness TEXT CHECK (remoteness IN ('ordinary', 'remote', 'remotest'));
ALTER TABLE school ADD COLUMN establishment INTEGER CHECK (establishment BETWEEN 0 AND 9999);
ALTER TABLE school ADD COLUMN on_establishment INTEGER CHECK (on_establishment BETWEEN 0 AND 9999);
ALTER TABLE school ADD COLUMN full_load_lessons INTEGER CHECK (full_load_lessons BETWEEN 1 AND 60);

-- Mine when it is not said.
ALTER TABLE teacher ADD COLUMN home_school_id TEXT REFERENCES school (id);
ALTER TABLE teacher ADD COLUMN cadre TEXT CHECK (cadre IN ('leadership', 'middle', 'none'));
ALTER TABLE teacher ADD COLUMN cadre_since TEXT
    CHECK (cadre_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE teacher ADD COLUMN is_full_time INTEGER CHECK (is_full_time IN (0, 1));
ALTER TABLE teacher ADD COLUMN certificate TEXT NOT NULL DEFAULT '';
ALTER TABLE teacher ADD COLUMN service_until TEXT
    CHECK (service_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE teacher ADD COLUMN retire_on TEXT
    CHECK (retire_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE teacher ADD COLUMN weekly_lessons INTEGER CHECK (weekly_lessons BETWEEN 0 AND 60);

-- The stamp of the policy it is composed under; empty for the program's own weights.
ALTER TABLE appraisal ADD COLUMN policy TEXT NOT NULL DEFAULT '' CHECK (policy = '' OR policy GLOB '?*@[1-9]*');

CREATE TABLE teacher_career (
    teacher_id    TEXT NOT NULL REFERENCES teacher (id) ON DELETE CASCADE,
    place         INTEGER NOT NULL CHECK (place >= 0),
    school        TEXT NOT NULL,
    career_kind  TEXT NOT NULL CHECK (career_kind IN ('teaching', 'exchange', 'support', 'loan')),
    from_on       TEXT NOT NULL CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    to_on         TEXT CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    is_rural      INTEGER NOT NULL CHECK (is_rural IN (0, 1)),
    PRIMARY KEY (teacher_id, place)
) STRICT, WITHOUT ROWID;

-- A school's own policies. What computes names a version, so a version is for good: its edits come first, and
-- the row here seals them.
CREATE TABLE policy (
    id                TEXT NOT NULL CHECK (length(id) = 26),
    version           INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9999),
    name              TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    -- Code and version of the preset.
    based_on          TEXT NOT NULL CHECK (based_on <> ''),
    based_on_version  INTEGER NOT NULL CHECK (based_on_version BETWEEN 1 AND 9999),
    effective_from    INTEGER NOT NULL CHECK (effective_from BETWEEN 1950 AND 2150),
    created_at        TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_edit (
    policy_id  TEXT NOT NULL,
    version    INTEGER NOT NULL,
    place      INTEGER NOT NULL CHECK (place >= 0),
    key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 60),
    track      TEXT
               CHECK (track IN ('remote', 'support', 'rotation', 'principal', 'seconded', 'shadow', 'placement',
                                'voluntary')),
    -- Nothing where the school has emptied the parameter.
    value      TEXT,
    PRIMARY KEY (policy_id, version, place),
    FOREIGN KEY (policy_id, version) REFERENCES policy (id, version) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TRIGGER policy_is_never_changed BEFORE UPDATE ON policy
BEGIN SELECT RAISE(ABORT, 'a version of a policy is never changed'); END;

CREATE TRIGGER policy_is_never_deleted BEFORE DELETE ON policy
BEGIN SELECT RAISE(ABORT, 'a version of a policy is never deleted'); END;

CREATE TRIGGER policy_edit_is_never_added_later BEFORE INSERT ON policy_edit
WHEN EXISTS (SELECT 1 FROM policy WHERE id = NEW.policy_id AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a version of a policy is never added to'); END;

CREATE TRIGGER policy_edit_is_never_changed BEFORE UPDATE ON policy_edit
BEGIN SELECT RAISE(ABORT, 'a version of a policy is never changed'); END;

CREATE TRIGGER policy_edit_is_never_deleted BEFORE DELETE ON policy_edit
BEGIN SELECT RAISE(ABORT, 'a version of a policy is never changed'); END;

-- Which policy holds in a school year: P3@1, or the id of an own one with its version.
CREATE TABLE year_policy (
    year        INTEGER NOT NULL PRIMARY KEY CHECK (year BETWEEN 1950 AND 2150),
    stamp       TEXT NOT NULL CHECK (stamp GLOB '?*@[1-9]*'),
    created_at  TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at  TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??')
) STRICT;

CREATE TABLE calendar (
    year             INTEGER NOT NULL PRIMARY KEY CHECK (year BETWEEN 1950 AND 2150),
    autumn_monday    TEXT NOT NULL CHECK (autumn_monday GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    autumn_weeks     INTEGER NOT NULL CHECK (autumn_weeks BETWEEN 1 AND 26),
    autumn_proposed  INTEGER NOT NULL CHECK (autumn_proposed IN (0, 1)),
    spring_monday    TEXT NOT NULL CHECK (spring_monday GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    spring_weeks     INTEGER NOT NULL CHECK (spring_weeks BETWEEN 1 AND 26),
    spring_proposed  INTEGER NOT NULL CHECK (spring_proposed IN (0, 1)),
    created_at       TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at       TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??')
) STRICT;

CREATE TABLE calendar_holiday (
    year     INTEGER NOT NULL REFERENCES calendar (year) ON DELETE CASCADE,
    place    INTEGER NOT NULL CHECK (place >= 0),
    name     TEXT NOT NULL,
    from_on  TEXT NOT NULL CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    to_on    TEXT NOT NULL CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (year, place)
) STRICT, WITHOUT ROWID;

-- What was moved or done by hand, by the code of its deadline.
CREATE TABLE calendar_mark (
    year      INTEGER NOT NULL REFERENCES calendar (year) ON DELETE CASCADE,
    code      TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
    moved_on  TEXT CHECK (moved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    done_on   TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (year, code),
    CHECK (moved_on IS NOT NULL OR done_on IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE need (
    id              TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    host_school_id  TEXT NOT NULL REFERENCES school (id),
    year            INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2150),
    term            TEXT NOT NULL CHECK (term IN ('autumn', 'spring')),
    subject         TEXT NOT NULL,
    grade           TEXT NOT NULL,
    heads           INTEGER NOT NULL CHECK (heads BETWEEN 1 AND 50),
    requirement     TEXT NOT NULL,
    urgency         TEXT NOT NULL CHECK (urgency IN ('ordinary', 'urgent')),
    surveyed_on     TEXT CHECK (surveyed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    created_at      TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at      TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??')
) STRICT;

CREATE INDEX need_year ON need (year);
CREATE UNIQUE INDEX need_once ON need (host_school_id, year, term, subject, grade);

-- Only that a proof was seen, by whom and when; never the proof, and no remark on anybody's health.
CREATE TABLE exemption (
    id                TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    teacher_id        TEXT NOT NULL REFERENCES teacher (id),
    year              INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2150),
    exemption_kind    TEXT NOT NULL
                      CHECK (exemption_kind IN ('pregnancy', 'nursing', 'illness', 'near_retirement',
                                                'service_period', 'middle_cadre', 'other')),
    applied_on        TEXT NOT NULL CHECK (applied_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    proof_kind        TEXT CHECK (proof_kind IN ('hospital', 'tertiary_hospital', 'document')),
    seen_on           TEXT CHECK (seen_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    checked_by        TEXT,
    consent_document  TEXT,
    consent_on        TEXT CHECK (consent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    created_at        TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at        TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??'),
    CHECK ((proof_kind IS NULL) = (seen_on IS NULL) AND (proof_kind IS NULL) = (checked_by IS NULL)),
    CHECK ((consent_document IS NULL) = (consent_on IS NULL))
) STRICT;

CREATE INDEX exemption_year ON exemption (year);
CREATE INDEX exemption_teacher ON exemption (teacher_id);
CREATE UNIQUE INDEX exemption_once ON exemption (teacher_id, year, exemption_kind);

CREATE TABLE ruling (
    teacher_id  TEXT NOT NULL REFERENCES teacher (id),
    year        INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2150),
    outcome     TEXT NOT NULL CHECK (outcome IN ('not', 'may', 'deferred', 'manual', 'must')),
    -- What was not known when it was given: it answers that and nothing else.
    question    TEXT NOT NULL,
    reason      TEXT NOT NULL,
    ruled_on    TEXT NOT NULL CHECK (ruled_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    created_at  TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at  TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??'),
    PRIMARY KEY (teacher_id, year)
) STRICT, WITHOUT ROWID;

CREATE INDEX ruling_year ON ruling (year);

-- A frozen run. Its results come first, and the row here seals them; from then on only its state moves, one way.
CREATE TABLE eligibility_run (
    id              TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    year            INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2150),
    policy          TEXT NOT NULL CHECK (policy GLOB '?*@[1-9]*'),
    policy_name     TEXT NOT NULL,
    ref_date        TEXT NOT NULL CHECK (ref_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state           TEXT NOT NULL CHECK (state IN ('frozen', 'reported')),
    -- How the facts are told: those of the school below, those of each teacher in his result.
    format          INTEGER NOT NULL CHECK (format BETWEEN 1 AND 9999),
    school_name     TEXT NOT NULL,
    school_stage    TEXT NOT NULL
                    CHECK (school_stage IN ('kindergarten', 'primary', 'junior', 'nine_year', 'senior', 'complete')),
    -- A list of [name, value].
    school_profile  TEXT NOT NULL CHECK (json_valid(school_profile)),
    made_at         TEXT NOT NULL CHECK (made_at GLOB '????-??-??T??:??:??'),
    created_at      TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at      TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??')
) STRICT;

CREATE INDEX eligibility_run_year ON eligibility_run (year, made_at);

CREATE TABLE eligibility_result (
    run_id        TEXT NOT NULL REFERENCES eligibility_run (id) DEFERRABLE INITIALLY DEFERRED,
    place         INTEGER NOT NULL CHECK (place >= 0),
    -- No reference: a teacher may be deleted later, and what was found about him then stays.
    teacher_id    TEXT NOT NULL CHECK (length(teacher_id) = 26),
    -- A list of [name, value].
    facts         TEXT NOT NULL CHECK (json_valid(facts)),
    age           INTEGER CHECK (age BETWEEN 0 AND 4294967295),
    tenure_years  INTEGER CHECK (tenure_years BETWEEN 0 AND 4294967295),
    outcome       TEXT NOT NULL CHECK (outcome IN ('not', 'may', 'deferred', 'manual', 'must')),
    track         TEXT
                  CHECK (track IN ('remote', 'support', 'rotation', 'principal', 'seconded', 'shadow',
                                   'placement', 'voluntary')),
    is_ruled      INTEGER NOT NULL CHECK (is_ruled IN (0, 1)),
    -- A list of [rule, message, whether only the principal may read it].
    reasons       TEXT NOT NULL CHECK (json_valid(reasons)),
    PRIMARY KEY (run_id, place)
) STRICT, WITHOUT ROWID;

-- So that outcomes are counted without reading the facts.
CREATE INDEX eligibility_result_outcome ON eligibility_result (run_id, outcome);

CREATE TRIGGER eligibility_run_is_never_changed BEFORE UPDATE OF
    id, year, policy, policy_name, ref_date, format, school_name, school_stage, school_profile, made_at,
    created_at ON eligibility_run
BEGIN SELECT RAISE(ABORT, 'a frozen run is never changed'); END;

CREATE TRIGGER eligibility_run_never_goes_back BEFORE UPDATE OF state ON eligibility_run
WHEN OLD.state = 'reported' AND NEW.state <> 'reported'
BEGIN SELECT RAISE(ABORT, 'a reported run stays reported'); END;

CREATE TRIGGER eligibility_run_is_never_deleted BEFORE DELETE ON eligibility_run
BEGIN SELECT RAISE(ABORT, 'a frozen run is never deleted'); END;

CREATE TRIGGER eligibility_result_is_never_added_later BEFORE INSERT ON eligibility_result
WHEN EXISTS (SELECT 1 FROM eligibility_run WHERE id = NEW.run_id)
BEGIN SELECT RAISE(ABORT, 'a frozen run is never added to'); END;

CREATE TRIGGER eligibility_result_is_never_changed BEFORE UPDATE ON eligibility_result
BEGIN SELECT RAISE(ABORT, 'a frozen run is never changed'); END;

CREATE TRIGGER eligibility_result_is_never_deleted BEFORE DELETE ON eligibility_result
BEGIN SELECT RAISE(ABORT, 'a frozen run is never changed'); END;

CREATE TABLE candidate (
    id                   TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
    teacher_id           TEXT NOT NULL REFERENCES teacher (id),
    year                 INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2150),
    channel              TEXT NOT NULL CHECK (channel IN ('self', 'organised', 'hard')),
    track                TEXT
                         CHECK (track IN ('remote', 'support', 'rotation', 'principal', 'seconded', 'shadow',
                                          'placement', 'voluntary')),
    batch                INTEGER CHECK (batch BETWEEN 1 AND 20),
    strengths            TEXT NOT NULL,
    -- Codes, with commas.
    conditions           TEXT NOT NULL,
    applied_on           TEXT CHECK (applied_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    recommended_on       TEXT CHECK (recommended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    opinion              TEXT NOT NULL,
    has_sending_consent  INTEGER CHECK (has_sending_consent IN (0, 1)),
    host_accepts         INTEGER CHECK (host_accepts IN (0, 1)),
    to_school_id         TEXT REFERENCES school (id),
    move_range           TEXT CHECK (move_range IN ('township', 'beyond')),
    approval_document    TEXT,
    approved_on          TEXT CHECK (approved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    facts                TEXT NOT NULL,
    -- The frozen run that the approval rests on.
    run_id               TEXT REFERENCES eligibility_run (id),
    created_at           TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    updated_at           TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??'),
    UNIQUE (teacher_id, year),
    CHECK ((approval_document IS NULL) = (approved_on IS NULL))
) STRICT;

CREATE INDEX candidate_year ON candidate (year);

-- The schools he would go to, in his order.
CREATE TABLE candidate_wish (
    candidate_id  TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    place         INTEGER NOT NULL CHECK (place >= 0),
    school_id     TEXT NOT NULL REFERENCES school (id),
    PRIMARY KEY (candidate_id, place)
) STRICT, WITHOUT ROWID;
