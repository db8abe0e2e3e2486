-- Made by "npm run generate" from the database after all migrations. Not to be changed by hand.

-- extensions

CREATE EXTENSION pg_trgm;

-- types

CREATE TYPE enum__career_profiles_v_version_entry_routes_certificate AS ENUM ('keiner', 'erster-schulabschluss', 'mittlerer-schulabschluss', 'fachhochschulreife', 'hochschulreife');
CREATE TYPE enum__career_profiles_v_version_entry_routes_kind AS ENUM ('ausbildung-dual', 'ausbildung-schulisch', 'studium', 'quereinstieg', 'umschulung');
CREATE TYPE enum__career_profiles_v_version_provenance_origin AS ENUM ('human', 'ai-assisted', 'ai-generated');
CREATE TYPE enum__career_profiles_v_version_related_professions_relation AS ENUM ('aehnlich', 'spezialisierung', 'aufstieg', 'alternative');
CREATE TYPE enum__career_profiles_v_version_salary_figures_currency AS ENUM ('EUR');
CREATE TYPE enum__career_profiles_v_version_salary_figures_kind AS ENUM ('einstieg', 'spanne', 'median');
CREATE TYPE enum__career_profiles_v_version_salary_figures_period AS ENUM ('JAHR', 'MONAT', 'STUNDE');
CREATE TYPE enum__career_profiles_v_version_sections_kind AS ENUM ('aufgaben', 'anforderungen', 'arbeitsumfeld', 'zugang', 'regionales', 'verdienst', 'weiterbildung', 'perspektive', 'sonstiges');
CREATE TYPE enum__career_profiles_v_version_skills_level AS ENUM ('must', 'may');
CREATE TYPE enum__career_profiles_v_version_statistics_kind AS ENUM ('beschaeftigte', 'offene-stellen', 'frauenanteil', 'arbeitslosenquote');
CREATE TYPE enum__career_profiles_v_version_statistics_unit AS ENUM ('anzahl', 'prozent');
CREATE TYPE enum__career_profiles_v_version_status AS ENUM ('draft', 'published');
CREATE TYPE enum__regional_sections_v_version_entry_routes_certificate AS ENUM ('keiner', 'erster-schulabschluss', 'mittlerer-schulabschluss', 'fachhochschulreife', 'hochschulreife');
CREATE TYPE enum__regional_sections_v_version_entry_routes_kind AS ENUM ('ausbildung-dual', 'ausbildung-schulisch', 'studium', 'quereinstieg', 'umschulung');
CREATE TYPE enum__regional_sections_v_version_provenance_origin AS ENUM ('human', 'ai-assisted', 'ai-generated');
CREATE TYPE enum__regional_sections_v_version_related_professions_relation AS ENUM ('aehnlich', 'spezialisierung', 'aufstieg', 'alternative');
CREATE TYPE enum__regional_sections_v_version_salary_figures_currency AS ENUM ('EUR');
CREATE TYPE enum__regional_sections_v_version_salary_figures_kind AS ENUM ('einstieg', 'spanne', 'median');
CREATE TYPE enum__regional_sections_v_version_salary_figures_period AS ENUM ('JAHR', 'MONAT', 'STUNDE');
CREATE TYPE enum__regional_sections_v_version_sections_kind AS ENUM ('aufgaben', 'anforderungen', 'arbeitsumfeld', 'zugang', 'regionales', 'verdienst', 'weiterbildung', 'perspektive', 'sonstiges');
CREATE TYPE enum__regional_sections_v_version_skills_level AS ENUM ('must', 'may');
CREATE TYPE enum__regional_sections_v_version_statistics_kind AS ENUM ('beschaeftigte', 'offene-stellen', 'frauenanteil', 'arbeitslosenquote');
CREATE TYPE enum__regional_sections_v_version_statistics_unit AS ENUM ('anzahl', 'prozent');
CREATE TYPE enum__regional_sections_v_version_status AS ENUM ('draft', 'published');
CREATE TYPE enum_career_profiles_entry_routes_certificate AS ENUM ('keiner', 'erster-schulabschluss', 'mittlerer-schulabschluss', 'fachhochschulreife', 'hochschulreife');
CREATE TYPE enum_career_profiles_entry_routes_kind AS ENUM ('ausbildung-dual', 'ausbildung-schulisch', 'studium', 'quereinstieg', 'umschulung');
CREATE TYPE enum_career_profiles_provenance_origin AS ENUM ('human', 'ai-assisted', 'ai-generated');
CREATE TYPE enum_career_profiles_related_professions_relation AS ENUM ('aehnlich', 'spezialisierung', 'aufstieg', 'alternative');
CREATE TYPE enum_career_profiles_salary_figures_currency AS ENUM ('EUR');
CREATE TYPE enum_career_profiles_salary_figures_kind AS ENUM ('einstieg', 'spanne', 'median');
CREATE TYPE enum_career_profiles_salary_figures_period AS ENUM ('JAHR', 'MONAT', 'STUNDE');
CREATE TYPE enum_career_profiles_sections_kind AS ENUM ('aufgaben', 'anforderungen', 'arbeitsumfeld', 'zugang', 'regionales', 'verdienst', 'weiterbildung', 'perspektive', 'sonstiges');
CREATE TYPE enum_career_profiles_skills_level AS ENUM ('must', 'may');
CREATE TYPE enum_career_profiles_statistics_kind AS ENUM ('beschaeftigte', 'offene-stellen', 'frauenanteil', 'arbeitslosenquote');
CREATE TYPE enum_career_profiles_statistics_unit AS ENUM ('anzahl', 'prozent');
CREATE TYPE enum_career_profiles_status AS ENUM ('draft', 'published');
CREATE TYPE enum_import_runs_kind AS ENUM ('portraits');
CREATE TYPE enum_job_feeds_format AS ENUM ('personio', 'json-ld', 'indeed');
CREATE TYPE enum_job_references_employment_type AS ENUM ('FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN', 'VOLUNTEER', 'PER_DIEM', 'OTHER');
CREATE TYPE enum_regional_sections_entry_routes_certificate AS ENUM ('keiner', 'erster-schulabschluss', 'mittlerer-schulabschluss', 'fachhochschulreife', 'hochschulreife');
CREATE TYPE enum_regional_sections_entry_routes_kind AS ENUM ('ausbildung-dual', 'ausbildung-schulisch', 'studium', 'quereinstieg', 'umschulung');
CREATE TYPE enum_regional_sections_provenance_origin AS ENUM ('human', 'ai-assisted', 'ai-generated');
CREATE TYPE enum_regional_sections_related_professions_relation AS ENUM ('aehnlich', 'spezialisierung', 'aufstieg', 'alternative');
CREATE TYPE enum_regional_sections_salary_figures_currency AS ENUM ('EUR');
CREATE TYPE enum_regional_sections_salary_figures_kind AS ENUM ('einstieg', 'spanne', 'median');
CREATE TYPE enum_regional_sections_salary_figures_period AS ENUM ('JAHR', 'MONAT', 'STUNDE');
CREATE TYPE enum_regional_sections_sections_kind AS ENUM ('aufgaben', 'anforderungen', 'arbeitsumfeld', 'zugang', 'regionales', 'verdienst', 'weiterbildung', 'perspektive', 'sonstiges');
CREATE TYPE enum_regional_sections_skills_level AS ENUM ('must', 'may');
CREATE TYPE enum_regional_sections_statistics_kind AS ENUM ('beschaeftigte', 'offene-stellen', 'frauenanteil', 'arbeitslosenquote');
CREATE TYPE enum_regional_sections_statistics_unit AS ENUM ('anzahl', 'prozent');
CREATE TYPE enum_regional_sections_status AS ENUM ('draft', 'published');
CREATE TYPE enum_regions_kind AS ENUM ('land', 'kreis', 'kreisfreieStadt', 'gemeinde');
CREATE TYPE enum_sign_offs_of_profiles_cosmetic AS ENUM ('expertise', 'language', 'legal');
CREATE TYPE enum_sign_offs_of_profiles_facts AS ENUM ('expertise', 'language', 'legal');
CREATE TYPE enum_sign_offs_of_profiles_text AS ENUM ('expertise', 'language', 'legal');
CREATE TYPE enum_sign_offs_of_sections_cosmetic AS ENUM ('expertise', 'language', 'legal');
CREATE TYPE enum_sign_offs_of_sections_facts AS ENUM ('expertise', 'language', 'legal');
CREATE TYPE enum_sign_offs_of_sections_text AS ENUM ('expertise', 'language', 'legal');
CREATE TYPE enum_sources_kind AS ENUM ('statistik', 'tarif', 'studie', 'sonstige');
CREATE TYPE enum_users_language AS ENUM ('de', 'en');
CREATE TYPE enum_users_role AS ENUM ('author', 'editor', 'admin');
CREATE TYPE enum_workflow_settings_career_profiles_cosmetic_role AS ENUM ('editor', 'admin');
CREATE TYPE enum_workflow_settings_career_profiles_facts_role AS ENUM ('editor', 'admin');
CREATE TYPE enum_workflow_settings_career_profiles_text_role AS ENUM ('editor', 'admin');
CREATE TYPE enum_workflow_settings_regional_sections_cosmetic_role AS ENUM ('editor', 'admin');
CREATE TYPE enum_workflow_settings_regional_sections_facts_role AS ENUM ('editor', 'admin');
CREATE TYPE enum_workflow_settings_regional_sections_text_role AS ENUM ('editor', 'admin');
CREATE TYPE enum_workflow_settings_sign_off_givers_expertise_by AS ENUM ('reviewers', 'named');
CREATE TYPE enum_workflow_settings_sign_off_givers_language_by AS ENUM ('reviewers', 'named');
CREATE TYPE enum_workflow_settings_sign_off_givers_legal_by AS ENUM ('reviewers', 'named');
CREATE TYPE enum_workflow_states_stage AS ENUM ('draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'live', 'archived');

-- sequences

CREATE SEQUENCE _career_profiles_v_rels_id_seq AS integer;
CREATE SEQUENCE _regional_sections_v_rels_id_seq AS integer;
CREATE SEQUENCE career_profiles_rels_id_seq AS integer;
CREATE SEQUENCE delivery.release_positions AS bigint;
CREATE SEQUENCE desks_rels_id_seq AS integer;
CREATE SEQUENCE employers_rels_id_seq AS integer;
CREATE SEQUENCE employers_texts_id_seq AS integer;
CREATE SEQUENCE payload_locked_documents_rels_id_seq AS integer;
CREATE SEQUENCE payload_preferences_rels_id_seq AS integer;
CREATE SEQUENCE professions_texts_id_seq AS integer;
CREATE SEQUENCE regional_sections_rels_id_seq AS integer;
CREATE SEQUENCE regions_rels_id_seq AS integer;
CREATE SEQUENCE regions_texts_id_seq AS integer;
CREATE SEQUENCE sites_rels_id_seq AS integer;
CREATE SEQUENCE sites_texts_id_seq AS integer;
CREATE SEQUENCE sources_texts_id_seq AS integer;
CREATE SEQUENCE users_rels_id_seq AS integer;
CREATE SEQUENCE workflow_settings_rels_id_seq AS integer;

-- tables

CREATE TABLE _career_profiles_v (
  autosave boolean,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  latest boolean,
  parent_id uuid,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  version__status enum__career_profiles_v_version_status DEFAULT 'draft'::enum__career_profiles_v_version_status,
  version_author_id uuid,
  version_created_at timestamp(3) with time zone,
  version_digest character varying,
  version_headline character varying,
  version_imported_from_at timestamp(3) with time zone,
  version_imported_from_file character varying,
  version_imported_from_sha256 character varying,
  version_intro character varying,
  version_kicker character varying,
  version_profession_id uuid,
  version_provenance_date timestamp(3) with time zone,
  version_provenance_origin enum__career_profiles_v_version_provenance_origin DEFAULT 'human'::enum__career_profiles_v_version_provenance_origin,
  version_provenance_responsible character varying,
  version_provenance_tool character varying,
  version_seo_description character varying,
  version_seo_title character varying,
  version_updated_at timestamp(3) with time zone,
  version_video_poster_id uuid,
  version_video_seconds numeric,
  version_video_title character varying,
  version_video_transcript character varying,
  version_video_url character varying,
  version_working_conditions_hours character varying,
  version_working_conditions_mental_demands character varying,
  version_working_conditions_physical_demands character varying,
  version_working_conditions_places character varying,
  version_working_conditions_protective_clothing character varying
);
CREATE TABLE _career_profiles_v_rels (
  id integer DEFAULT nextval('_career_profiles_v_rels_id_seq'::regclass) NOT NULL,
  "order" integer,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  sites_id uuid,
  sources_id uuid
);
CREATE TABLE _career_profiles_v_version_career_path (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name character varying,
  pay_from numeric,
  pay_to numeric,
  years_from numeric,
  years_to numeric
);
CREATE TABLE _career_profiles_v_version_day_in_the_life (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  activity character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  "time" character varying
);
CREATE TABLE _career_profiles_v_version_entry_routes (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  certificate enum__career_profiles_v_version_entry_routes_certificate,
  content character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind enum__career_profiles_v_version_entry_routes_kind,
  months numeric
);
CREATE TABLE _career_profiles_v_version_faq (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  answer character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  question character varying
);
CREATE TABLE _career_profiles_v_version_media (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  caption character varying,
  file_id uuid,
  id uuid DEFAULT gen_random_uuid() NOT NULL
);
CREATE TABLE _career_profiles_v_version_related_professions (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  profession_id uuid,
  reason character varying,
  relation enum__career_profiles_v_version_related_professions_relation
);
CREATE TABLE _career_profiles_v_version_salary_figures (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  censored boolean,
  currency enum__career_profiles_v_version_salary_figures_currency DEFAULT 'EUR'::enum__career_profiles_v_version_salary_figures_currency,
  full_time boolean,
  gross boolean,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  is_period_stated boolean DEFAULT true,
  kind enum__career_profiles_v_version_salary_figures_kind,
  max numeric,
  median numeric,
  min numeric,
  period enum__career_profiles_v_version_salary_figures_period,
  q25 numeric,
  q75 numeric,
  reference_year numeric,
  region_id uuid,
  sample_size numeric,
  source_id uuid,
  stated_as character varying,
  upper_hint numeric
);
CREATE TABLE _career_profiles_v_version_sections (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  body jsonb,
  heading character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind enum__career_profiles_v_version_sections_kind,
  kind_confidence numeric
);
CREATE TABLE _career_profiles_v_version_skills (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  level enum__career_profiles_v_version_skills_level,
  name character varying
);
CREATE TABLE _career_profiles_v_version_statistics (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind enum__career_profiles_v_version_statistics_kind,
  region_id uuid,
  source_id uuid,
  unit enum__career_profiles_v_version_statistics_unit,
  value numeric,
  year numeric
);
CREATE TABLE _career_profiles_v_version_voices (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  consent_for character varying,
  consent_given_on timestamp(3) with time zone,
  consent_until timestamp(3) with time zone,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name character varying,
  "position" character varying,
  quote character varying
);
CREATE TABLE _regional_sections_v (
  autosave boolean,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  latest boolean,
  parent_id uuid,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  version__status enum__regional_sections_v_version_status DEFAULT 'draft'::enum__regional_sections_v_version_status,
  version_author_id uuid,
  version_created_at timestamp(3) with time zone,
  version_digest character varying,
  version_headline character varying,
  version_imported_from_at timestamp(3) with time zone,
  version_imported_from_file character varying,
  version_imported_from_sha256 character varying,
  version_intro character varying,
  version_kicker character varying,
  version_profession_id uuid,
  version_provenance_date timestamp(3) with time zone,
  version_provenance_origin enum__regional_sections_v_version_provenance_origin DEFAULT 'human'::enum__regional_sections_v_version_provenance_origin,
  version_provenance_responsible character varying,
  version_provenance_tool character varying,
  version_region_id uuid,
  version_seo_description character varying,
  version_seo_title character varying,
  version_updated_at timestamp(3) with time zone,
  version_video_poster_id uuid,
  version_video_seconds numeric,
  version_video_title character varying,
  version_video_transcript character varying,
  version_video_url character varying,
  version_working_conditions_hours character varying,
  version_working_conditions_mental_demands character varying,
  version_working_conditions_physical_demands character varying,
  version_working_conditions_places character varying,
  version_working_conditions_protective_clothing character varying
);
CREATE TABLE _regional_sections_v_rels (
  id integer DEFAULT nextval('_regional_sections_v_rels_id_seq'::regclass) NOT NULL,
  "order" integer,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  sites_id uuid,
  sources_id uuid
);
CREATE TABLE _regional_sections_v_version_career_path (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name character varying,
  pay_from numeric,
  pay_to numeric,
  years_from numeric,
  years_to numeric
);
CREATE TABLE _regional_sections_v_version_day_in_the_life (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  activity character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  "time" character varying
);
CREATE TABLE _regional_sections_v_version_entry_routes (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  certificate enum__regional_sections_v_version_entry_routes_certificate,
  content character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind enum__regional_sections_v_version_entry_routes_kind,
  months numeric
);
CREATE TABLE _regional_sections_v_version_faq (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  answer character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  question character varying
);
CREATE TABLE _regional_sections_v_version_media (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  caption character varying,
  file_id uuid,
  id uuid DEFAULT gen_random_uuid() NOT NULL
);
CREATE TABLE _regional_sections_v_version_related_professions (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  profession_id uuid,
  reason character varying,
  relation enum__regional_sections_v_version_related_professions_relation
);
CREATE TABLE _regional_sections_v_version_salary_figures (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  censored boolean,
  currency enum__regional_sections_v_version_salary_figures_currency DEFAULT 'EUR'::enum__regional_sections_v_version_salary_figures_currency,
  full_time boolean,
  gross boolean,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  is_period_stated boolean DEFAULT true,
  kind enum__regional_sections_v_version_salary_figures_kind,
  max numeric,
  median numeric,
  min numeric,
  period enum__regional_sections_v_version_salary_figures_period,
  q25 numeric,
  q75 numeric,
  reference_year numeric,
  region_id uuid,
  sample_size numeric,
  source_id uuid,
  stated_as character varying,
  upper_hint numeric
);
CREATE TABLE _regional_sections_v_version_sections (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  body jsonb,
  heading character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind enum__regional_sections_v_version_sections_kind,
  kind_confidence numeric
);
CREATE TABLE _regional_sections_v_version_skills (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  level enum__regional_sections_v_version_skills_level,
  name character varying
);
CREATE TABLE _regional_sections_v_version_statistics (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind enum__regional_sections_v_version_statistics_kind,
  region_id uuid,
  source_id uuid,
  unit enum__regional_sections_v_version_statistics_unit,
  value numeric,
  year numeric
);
CREATE TABLE _regional_sections_v_version_voices (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  _uuid character varying,
  consent_for character varying,
  consent_given_on timestamp(3) with time zone,
  consent_until timestamp(3) with time zone,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name character varying,
  "position" character varying,
  quote character varying
);
CREATE TABLE account_mails (
  address text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  by_whom text,
  change text NOT NULL,
  happened_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  leased_until timestamp(3) with time zone,
  next_attempt_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  person uuid NOT NULL
);
CREATE TABLE audit_faults (
  first_seen_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  gone_at timestamp(3) with time zone,
  last_seen_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  place text NOT NULL,
  problem text NOT NULL,
  told_at timestamp(3) with time zone
);
CREATE TABLE audit_sweeps (
  after text,
  finished_at timestamp(3) with time zone,
  last_finished_at timestamp(3) with time zone,
  leased_until timestamp(3) with time zone,
  looked_at bigint DEFAULT 0 NOT NULL,
  part text NOT NULL,
  runner text NOT NULL,
  started_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL
);
CREATE TABLE career_profiles (
  _status enum_career_profiles_status DEFAULT 'draft'::enum_career_profiles_status,
  author_id uuid,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  digest character varying,
  headline character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  imported_from_at timestamp(3) with time zone,
  imported_from_file character varying,
  imported_from_sha256 character varying,
  intro character varying,
  kicker character varying,
  profession_id uuid,
  provenance_date timestamp(3) with time zone,
  provenance_origin enum_career_profiles_provenance_origin DEFAULT 'human'::enum_career_profiles_provenance_origin,
  provenance_responsible character varying,
  provenance_tool character varying,
  seo_description character varying,
  seo_title character varying,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  video_poster_id uuid,
  video_seconds numeric,
  video_title character varying,
  video_transcript character varying,
  video_url character varying,
  working_conditions_hours character varying,
  working_conditions_mental_demands character varying,
  working_conditions_physical_demands character varying,
  working_conditions_places character varying,
  working_conditions_protective_clothing character varying
);
CREATE TABLE career_profiles_career_path (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  id character varying NOT NULL,
  name character varying,
  pay_from numeric,
  pay_to numeric,
  years_from numeric,
  years_to numeric
);
CREATE TABLE career_profiles_day_in_the_life (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  activity character varying,
  id character varying NOT NULL,
  "time" character varying
);
CREATE TABLE career_profiles_entry_routes (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  certificate enum_career_profiles_entry_routes_certificate,
  content character varying,
  id character varying NOT NULL,
  kind enum_career_profiles_entry_routes_kind,
  months numeric
);
CREATE TABLE career_profiles_faq (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  answer character varying,
  id character varying NOT NULL,
  question character varying
);
CREATE TABLE career_profiles_media (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  caption character varying,
  file_id uuid,
  id character varying NOT NULL
);
CREATE TABLE career_profiles_related_professions (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  id character varying NOT NULL,
  profession_id uuid,
  reason character varying,
  relation enum_career_profiles_related_professions_relation
);
CREATE TABLE career_profiles_rels (
  id integer DEFAULT nextval('career_profiles_rels_id_seq'::regclass) NOT NULL,
  "order" integer,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  sites_id uuid,
  sources_id uuid
);
CREATE TABLE career_profiles_salary_figures (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  censored boolean,
  currency enum_career_profiles_salary_figures_currency DEFAULT 'EUR'::enum_career_profiles_salary_figures_currency,
  full_time boolean,
  gross boolean,
  id character varying NOT NULL,
  is_period_stated boolean DEFAULT true,
  kind enum_career_profiles_salary_figures_kind,
  max numeric,
  median numeric,
  min numeric,
  period enum_career_profiles_salary_figures_period,
  q25 numeric,
  q75 numeric,
  reference_year numeric,
  region_id uuid,
  sample_size numeric,
  source_id uuid,
  stated_as character varying,
  upper_hint numeric
);
CREATE TABLE career_profiles_sections (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  body jsonb,
  heading character varying,
  id character varying NOT NULL,
  kind enum_career_profiles_sections_kind,
  kind_confidence numeric
);
CREATE TABLE career_profiles_skills (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  id character varying NOT NULL,
  level enum_career_profiles_skills_level,
  name character varying
);
CREATE TABLE career_profiles_statistics (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  id character varying NOT NULL,
  kind enum_career_profiles_statistics_kind,
  region_id uuid,
  source_id uuid,
  unit enum_career_profiles_statistics_unit,
  value numeric,
  year numeric
);
CREATE TABLE career_profiles_voices (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  consent_for character varying,
  consent_given_on timestamp(3) with time zone,
  consent_until timestamp(3) with time zone,
  id character varying NOT NULL,
  name character varying,
  "position" character varying,
  quote character varying
);
CREATE TABLE database_functions (
  applied_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  digest text NOT NULL,
  triggers text[] NOT NULL
);
CREATE TABLE delivery.documents (
  changed_at timestamp(3) with time zone NOT NULL,
  collection text NOT NULL,
  content json NOT NULL,
  digest text NOT NULL,
  first_published_at timestamp(3) with time zone NOT NULL,
  headline text NOT NULL,
  id uuid NOT NULL,
  intro text NOT NULL,
  is_in_lexicon boolean DEFAULT false NOT NULL,
  kldb text,
  land text,
  lapses_after date,
  media uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  named_professions uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  named_regions uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  plain text NOT NULL,
  profession uuid NOT NULL,
  profession_slug text COLLATE "C" NOT NULL,
  published_at timestamp(3) with time zone NOT NULL,
  region uuid,
  region_slug text COLLATE "C" NOT NULL,
  search tsvector NOT NULL,
  shape text,
  sites uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  sources uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  text_search tsvector
);
CREATE TABLE delivery.lexicon (
  word text COLLATE "C" NOT NULL
);
CREATE TABLE delivery.log_checkpoints (
  note text NOT NULL,
  proof text,
  root bytea NOT NULL,
  signed_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  size bigint NOT NULL
);
CREATE TABLE delivery.log_cosignatures (
  line text NOT NULL,
  proof text,
  received_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  size bigint NOT NULL,
  witness text NOT NULL
);
CREATE TABLE delivery.log_keys (
  kind text NOT NULL,
  valid_from timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  valid_until timestamp(3) with time zone,
  verifier text NOT NULL
);
CREATE TABLE delivery.log_nodes (
  hash bytea NOT NULL,
  level integer NOT NULL,
  number bigint NOT NULL,
  proof text
);
CREATE TABLE delivery.portraits (
  body text NOT NULL,
  brotli bytea STORAGE EXTERNAL NOT NULL,
  changed_at timestamp(3) with time zone NOT NULL,
  document uuid NOT NULL,
  etag text NOT NULL,
  fresh_until timestamp(3) with time zone NOT NULL,
  gzip bytea STORAGE EXTERNAL NOT NULL,
  profession uuid NOT NULL,
  profession_slug text COLLATE "C" NOT NULL,
  region uuid,
  region_slug text COLLATE "C" NOT NULL
);
CREATE TABLE delivery.professions (
  data json NOT NULL,
  former_slugs text[] DEFAULT '{}'::text[] NOT NULL,
  id uuid NOT NULL,
  kldb text,
  name text NOT NULL,
  names text NOT NULL,
  search tsvector NOT NULL,
  slug text COLLATE "C" NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL
);
CREATE TABLE delivery.regions (
  data json NOT NULL,
  former_slugs text[] DEFAULT '{}'::text[] NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  land text,
  latitude double precision,
  longitude double precision,
  name text NOT NULL,
  names text NOT NULL,
  neighbours uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  search tsvector NOT NULL,
  slug text COLLATE "C" NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  within uuid[] NOT NULL
);
CREATE TABLE delivery.releases (
  at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  collection text,
  digest text,
  document uuid,
  hash text,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  "position" bigint,
  profession uuid,
  profession_slug text,
  reason text NOT NULL,
  region uuid,
  region_slug text,
  sites uuid[],
  sites_before uuid[]
);
CREATE TABLE delivery_rebuilds (
  after uuid,
  done integer DEFAULT 0 NOT NULL,
  finished_at timestamp(3) with time zone,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  part text DEFAULT 'professions'::text NOT NULL,
  started_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL
);
CREATE TABLE delivery_reshapes (
  finished_at timestamp(3) with time zone,
  shape text NOT NULL,
  started_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL
);
CREATE TABLE desks (
  all_professions boolean,
  all_regions boolean,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name character varying NOT NULL,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL
);
CREATE TABLE desks_rels (
  id integer DEFAULT nextval('desks_rels_id_seq'::regclass) NOT NULL,
  "order" integer,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  professions_id uuid,
  regions_id uuid
);
CREATE TABLE employers (
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name character varying NOT NULL,
  slug character varying NOT NULL,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  url character varying
);
CREATE TABLE employers_rels (
  id integer DEFAULT nextval('employers_rels_id_seq'::regclass) NOT NULL,
  "order" integer,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  regions_id uuid
);
CREATE TABLE employers_texts (
  id integer DEFAULT nextval('employers_texts_id_seq'::regclass) NOT NULL,
  "order" integer NOT NULL,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  text character varying
);
CREATE TABLE erasures (
  answer text,
  asked_as text NOT NULL,
  asked_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  asked_by text NOT NULL,
  asked_by_name text NOT NULL,
  decided_at timestamp(3) with time zone,
  decided_by text,
  decided_by_name text,
  document text NOT NULL,
  document_collection text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  redaction uuid,
  status text DEFAULT 'open'::text NOT NULL,
  subject jsonb NOT NULL
);
CREATE TABLE expert_links (
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  digest text NOT NULL,
  document text NOT NULL,
  document_collection text NOT NULL,
  ended_at timestamp(3) with time zone,
  expires_at timestamp(3) with time zone NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  made_by text NOT NULL,
  made_by_name text NOT NULL,
  reader text,
  revoked_at timestamp(3) with time zone,
  used_at timestamp(3) with time zone
);
CREATE TABLE expert_opinions (
  comment text,
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  digest text NOT NULL,
  document text NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  link uuid NOT NULL,
  name text NOT NULL,
  opinion text NOT NULL,
  redaction uuid
);
CREATE TABLE guard.keys (
  inner_pad bytea NOT NULL,
  is_only boolean DEFAULT true NOT NULL,
  outer_pad bytea NOT NULL
);
CREATE TABLE import_runs (
  created numeric NOT NULL,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  failed numeric NOT NULL,
  finished_at timestamp(3) with time zone,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind enum_import_runs_kind NOT NULL,
  report jsonb,
  started_at timestamp(3) with time zone NOT NULL,
  started_by_id uuid,
  unchanged numeric NOT NULL,
  updated numeric NOT NULL,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL
);
CREATE TABLE job_feeds (
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  employer_id uuid,
  format enum_job_feeds_format NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  is_active boolean DEFAULT true,
  name character varying NOT NULL,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  url character varying NOT NULL
);
CREATE TABLE job_references (
  city character varying,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  date_posted timestamp(3) with time zone NOT NULL,
  employer_id uuid,
  external_id character varying NOT NULL,
  feed_id uuid,
  hiring_organization character varying NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  is_remote boolean DEFAULT false,
  postal_code character varying,
  profession_id uuid,
  region_id uuid,
  title character varying NOT NULL,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  url character varying NOT NULL,
  valid_through timestamp(3) with time zone
);
CREATE TABLE job_references_employment_type (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  "order" integer NOT NULL,
  parent_id uuid NOT NULL,
  value enum_job_references_employment_type
);
CREATE TABLE log_leaves (
  at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  digest text,
  document uuid NOT NULL,
  entry bytea NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  index bigint,
  proof text,
  redacts text,
  salt bytea NOT NULL,
  signature text,
  statement text NOT NULL
);
CREATE TABLE media (
  alt character varying NOT NULL,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  credit character varying,
  filename character varying,
  filesize numeric,
  focal_x numeric,
  focal_y numeric,
  height numeric,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  mime_type character varying,
  released_at timestamp(3) with time zone,
  thumbnail_u_r_l character varying,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  uploaded_by_id uuid,
  url character varying,
  width numeric
);
CREATE TABLE newsroom_texts (
  author uuid,
  changed_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  claimed_by uuid,
  claimed_by_name text,
  claimed_until timestamp(3) with time zone,
  contributors jsonb DEFAULT '[]'::jsonb NOT NULL,
  digest text,
  document uuid NOT NULL,
  document_collection text NOT NULL,
  due_at timestamp(3) with time zone,
  is_planned boolean DEFAULT false NOT NULL,
  live_at timestamp(3) with time zone,
  live_digest text,
  profession uuid,
  region uuid,
  reviewer uuid,
  risk text,
  round integer DEFAULT 0 NOT NULL,
  sign_off_digests jsonb,
  signed_off jsonb DEFAULT '[]'::jsonb NOT NULL,
  signers jsonb DEFAULT '[]'::jsonb NOT NULL,
  stage text DEFAULT 'draft'::text NOT NULL,
  stage_since timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  title text DEFAULT ''::text NOT NULL,
  writer uuid
);
CREATE TABLE notification_mails (
  attempts integer DEFAULT 0 NOT NULL,
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind text NOT NULL,
  last_error text,
  leased_until timestamp(3) with time zone,
  message_id text,
  mode text NOT NULL,
  next_attempt_at timestamp(3) with time zone NOT NULL,
  notification uuid NOT NULL,
  person text NOT NULL,
  sent_at timestamp(3) with time zone,
  status text DEFAULT 'pending'::text NOT NULL,
  waits_for_server boolean DEFAULT false NOT NULL
);
CREATE TABLE notification_preferences (
  kind text NOT NULL,
  mode text NOT NULL,
  person text NOT NULL
);
CREATE TABLE notifications (
  actor_name text,
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  data jsonb NOT NULL,
  document text NOT NULL,
  document_collection text NOT NULL,
  event uuid NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind text NOT NULL,
  person text NOT NULL,
  read_at timestamp(3) with time zone,
  sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL
);
CREATE TABLE passkeys (
  counter bigint NOT NULL,
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  id text NOT NULL,
  last_used_at timestamp(3) with time zone,
  name text NOT NULL,
  person uuid NOT NULL,
  public_key text NOT NULL,
  transports text[] NOT NULL
);
CREATE TABLE payload_kv (
  data jsonb NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  key character varying NOT NULL
);
CREATE TABLE payload_locked_documents (
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  global_slug character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL
);
CREATE TABLE payload_locked_documents_rels (
  career_profiles_id uuid,
  desks_id uuid,
  employers_id uuid,
  id integer DEFAULT nextval('payload_locked_documents_rels_id_seq'::regclass) NOT NULL,
  job_feeds_id uuid,
  job_references_id uuid,
  media_id uuid,
  "order" integer,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  professions_id uuid,
  regional_sections_id uuid,
  regions_id uuid,
  sites_id uuid,
  sources_id uuid,
  users_id uuid
);
CREATE TABLE payload_migrations (
  batch numeric,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name character varying,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL
);
CREATE TABLE payload_preferences (
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  key character varying,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  value jsonb
);
CREATE TABLE payload_preferences_rels (
  id integer DEFAULT nextval('payload_preferences_rels_id_seq'::regclass) NOT NULL,
  "order" integer,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  sites_id uuid,
  users_id uuid
);
CREATE TABLE preview_texts (
  content json NOT NULL,
  digest text NOT NULL,
  document uuid NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  has_older_tokens boolean DEFAULT false NOT NULL,
  profession uuid NOT NULL,
  region uuid
);
CREATE TABLE preview_tokens (
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  digest text NOT NULL,
  document uuid NOT NULL,
  document_collection text NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  href text NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  made_by text NOT NULL,
  made_by_name text NOT NULL,
  revoked_at timestamp(3) with time zone
);
CREATE TABLE professions (
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  esco_uri character varying,
  forms_feminine character varying,
  forms_masculine character varying,
  forms_neutral character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  isco08 character varying,
  kldb2010 character varying,
  name character varying NOT NULL,
  slug character varying NOT NULL,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL
);
CREATE TABLE professions_texts (
  id integer DEFAULT nextval('professions_texts_id_seq'::regclass) NOT NULL,
  "order" integer NOT NULL,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  text character varying
);
CREATE TABLE provider_identities (
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  issuer text NOT NULL,
  person uuid NOT NULL,
  subject text NOT NULL
);
CREATE TABLE provider_links (
  person uuid NOT NULL,
  until timestamp(3) with time zone NOT NULL
);
CREATE TABLE provider_sessions (
  authenticated_at timestamp with time zone,
  id_token text,
  issuer text NOT NULL,
  person uuid NOT NULL,
  provider_session text,
  session text NOT NULL,
  subject text NOT NULL
);
CREATE TABLE provisioned_groups (
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  display_name text NOT NULL,
  external_id text,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  updated_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL
);
CREATE TABLE provisioned_members (
  in_group uuid NOT NULL,
  person uuid NOT NULL
);
CREATE TABLE provisioned_users (
  external_id text,
  person uuid NOT NULL,
  user_name text NOT NULL
);
CREATE TABLE pseudonym_keys (
  is_only boolean DEFAULT true NOT NULL,
  key bytea NOT NULL
);
CREATE TABLE recovery_codes (
  hash text NOT NULL,
  person uuid NOT NULL,
  used_at timestamp(3) with time zone
);
CREATE TABLE redacted_rows (
  hash text,
  left_hash text,
  place text NOT NULL,
  redaction uuid NOT NULL,
  "row" text NOT NULL
);
CREATE TABLE reference_proposals (
  after jsonb NOT NULL,
  before jsonb NOT NULL,
  collection text NOT NULL,
  decided_at timestamp(3) with time zone,
  decided_by text,
  decided_by_name text,
  digest text NOT NULL,
  entry uuid NOT NULL,
  id uuid NOT NULL,
  proposed_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  proposed_by text,
  proposed_by_name text,
  reason text,
  sites integer NOT NULL,
  status text DEFAULT 'open'::text NOT NULL,
  texts integer NOT NULL,
  title text NOT NULL
);
CREATE TABLE regional_sections (
  _status enum_regional_sections_status DEFAULT 'draft'::enum_regional_sections_status,
  author_id uuid,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  digest character varying,
  headline character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  imported_from_at timestamp(3) with time zone,
  imported_from_file character varying,
  imported_from_sha256 character varying,
  intro character varying,
  kicker character varying,
  profession_id uuid,
  provenance_date timestamp(3) with time zone,
  provenance_origin enum_regional_sections_provenance_origin DEFAULT 'human'::enum_regional_sections_provenance_origin,
  provenance_responsible character varying,
  provenance_tool character varying,
  region_id uuid,
  seo_description character varying,
  seo_title character varying,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  video_poster_id uuid,
  video_seconds numeric,
  video_title character varying,
  video_transcript character varying,
  video_url character varying,
  working_conditions_hours character varying,
  working_conditions_mental_demands character varying,
  working_conditions_physical_demands character varying,
  working_conditions_places character varying,
  working_conditions_protective_clothing character varying
);
CREATE TABLE regional_sections_career_path (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  id character varying NOT NULL,
  name character varying,
  pay_from numeric,
  pay_to numeric,
  years_from numeric,
  years_to numeric
);
CREATE TABLE regional_sections_day_in_the_life (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  activity character varying,
  id character varying NOT NULL,
  "time" character varying
);
CREATE TABLE regional_sections_entry_routes (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  certificate enum_regional_sections_entry_routes_certificate,
  content character varying,
  id character varying NOT NULL,
  kind enum_regional_sections_entry_routes_kind,
  months numeric
);
CREATE TABLE regional_sections_faq (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  answer character varying,
  id character varying NOT NULL,
  question character varying
);
CREATE TABLE regional_sections_media (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  caption character varying,
  file_id uuid,
  id character varying NOT NULL
);
CREATE TABLE regional_sections_related_professions (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  id character varying NOT NULL,
  profession_id uuid,
  reason character varying,
  relation enum_regional_sections_related_professions_relation
);
CREATE TABLE regional_sections_rels (
  id integer DEFAULT nextval('regional_sections_rels_id_seq'::regclass) NOT NULL,
  "order" integer,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  sites_id uuid,
  sources_id uuid
);
CREATE TABLE regional_sections_salary_figures (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  censored boolean,
  currency enum_regional_sections_salary_figures_currency DEFAULT 'EUR'::enum_regional_sections_salary_figures_currency,
  full_time boolean,
  gross boolean,
  id character varying NOT NULL,
  is_period_stated boolean DEFAULT true,
  kind enum_regional_sections_salary_figures_kind,
  max numeric,
  median numeric,
  min numeric,
  period enum_regional_sections_salary_figures_period,
  q25 numeric,
  q75 numeric,
  reference_year numeric,
  region_id uuid,
  sample_size numeric,
  source_id uuid,
  stated_as character varying,
  upper_hint numeric
);
CREATE TABLE regional_sections_sections (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  body jsonb,
  heading character varying,
  id character varying NOT NULL,
  kind enum_regional_sections_sections_kind,
  kind_confidence numeric
);
CREATE TABLE regional_sections_skills (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  id character varying NOT NULL,
  level enum_regional_sections_skills_level,
  name character varying
);
CREATE TABLE regional_sections_statistics (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  id character varying NOT NULL,
  kind enum_regional_sections_statistics_kind,
  region_id uuid,
  source_id uuid,
  unit enum_regional_sections_statistics_unit,
  value numeric,
  year numeric
);
CREATE TABLE regional_sections_voices (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  consent_for character varying,
  consent_given_on timestamp(3) with time zone,
  consent_until timestamp(3) with time zone,
  id character varying NOT NULL,
  name character varying,
  "position" character varying,
  quote character varying
);
CREATE TABLE regions (
  ags character varying,
  ars character varying,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind enum_regions_kind DEFAULT 'gemeinde'::enum_regions_kind NOT NULL,
  latitude numeric,
  longitude numeric,
  name character varying NOT NULL,
  nuts3 character varying,
  parent_id uuid,
  slug character varying NOT NULL,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL
);
CREATE TABLE regions_rels (
  id integer DEFAULT nextval('regions_rels_id_seq'::regclass) NOT NULL,
  "order" integer,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  regions_id uuid
);
CREATE TABLE regions_texts (
  id integer DEFAULT nextval('regions_texts_id_seq'::regclass) NOT NULL,
  "order" integer NOT NULL,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  text character varying
);
CREATE TABLE second_factors (
  confirmed_at timestamp(3) with time zone,
  last_step bigint,
  person uuid NOT NULL,
  secret text NOT NULL
);
CREATE TABLE sign_in_attempts (
  failures integer NOT NULL,
  key text NOT NULL,
  last_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
CREATE TABLE sign_offs_of_profiles_cosmetic (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  "order" integer NOT NULL,
  parent_id uuid NOT NULL,
  value enum_sign_offs_of_profiles_cosmetic
);
CREATE TABLE sign_offs_of_profiles_facts (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  "order" integer NOT NULL,
  parent_id uuid NOT NULL,
  value enum_sign_offs_of_profiles_facts
);
CREATE TABLE sign_offs_of_profiles_text (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  "order" integer NOT NULL,
  parent_id uuid NOT NULL,
  value enum_sign_offs_of_profiles_text
);
CREATE TABLE sign_offs_of_sections_cosmetic (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  "order" integer NOT NULL,
  parent_id uuid NOT NULL,
  value enum_sign_offs_of_sections_cosmetic
);
CREATE TABLE sign_offs_of_sections_facts (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  "order" integer NOT NULL,
  parent_id uuid NOT NULL,
  value enum_sign_offs_of_sections_facts
);
CREATE TABLE sign_offs_of_sections_text (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  "order" integer NOT NULL,
  parent_id uuid NOT NULL,
  value enum_sign_offs_of_sections_text
);
CREATE TABLE site_key_uses (
  key text NOT NULL,
  used_at timestamp(3) with time zone NOT NULL
);
CREATE TABLE sites (
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name character varying NOT NULL,
  preview_url character varying,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL
);
CREATE TABLE sites_keys (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  expires_at timestamp(3) with time zone,
  hash character varying,
  id character varying NOT NULL,
  label character varying,
  made_at timestamp(3) with time zone,
  prefix character varying
);
CREATE TABLE sites_rels (
  id integer DEFAULT nextval('sites_rels_id_seq'::regclass) NOT NULL,
  "order" integer,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  professions_id uuid,
  regions_id uuid
);
CREATE TABLE sites_texts (
  id integer DEFAULT nextval('sites_texts_id_seq'::regclass) NOT NULL,
  "order" integer NOT NULL,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  text character varying
);
CREATE TABLE sources (
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind enum_sources_kind DEFAULT 'sonstige'::enum_sources_kind NOT NULL,
  name character varying NOT NULL,
  publisher character varying,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  url character varying
);
CREATE TABLE sources_texts (
  id integer DEFAULT nextval('sources_texts_id_seq'::regclass) NOT NULL,
  "order" integer NOT NULL,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  text character varying
);
CREATE TABLE unrecorded (
  place text NOT NULL,
  "row" text NOT NULL
);
CREATE TABLE used_tokens (
  token text NOT NULL,
  until timestamp(3) with time zone NOT NULL
);
CREATE TABLE users (
  all_texts boolean DEFAULT true,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  deactivated_at timestamp(3) with time zone,
  email character varying NOT NULL,
  hash character varying,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  language enum_users_language DEFAULT 'de'::enum_users_language,
  name character varying NOT NULL,
  reset_password_expiration timestamp(3) with time zone,
  reset_password_requested_at timestamp(3) with time zone,
  reset_password_token character varying,
  role enum_users_role DEFAULT 'author'::enum_users_role NOT NULL,
  salt character varying,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL
);
CREATE TABLE users_rels (
  desks_id uuid,
  id integer DEFAULT nextval('users_rels_id_seq'::regclass) NOT NULL,
  "order" integer,
  parent_id uuid NOT NULL,
  path character varying NOT NULL
);
CREATE TABLE users_sessions (
  _order integer NOT NULL,
  _parent_id uuid NOT NULL,
  address character varying,
  agent character varying,
  created_at timestamp(3) with time zone,
  expires_at timestamp(3) with time zone NOT NULL,
  id character varying NOT NULL,
  is_pending boolean,
  method character varying,
  second_factor_at timestamp(3) with time zone
);
CREATE TABLE webhook_deliveries (
  attempts integer DEFAULT 0 NOT NULL,
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  document uuid NOT NULL,
  event text NOT NULL,
  first_attempt_at timestamp(3) with time zone,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  last_error text,
  last_status integer,
  leased_until timestamp(3) with time zone,
  next_attempt_at timestamp(3) with time zone DEFAULT date_trunc('milliseconds'::text, now()) NOT NULL,
  release bigint NOT NULL,
  sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  settled_at timestamp(3) with time zone,
  status text DEFAULT 'pending'::text NOT NULL,
  webhook uuid NOT NULL
);
CREATE TABLE webhook_secrets (
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  ends_at timestamp(3) with time zone,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  sealed text NOT NULL,
  webhook uuid NOT NULL
);
CREATE TABLE webhooks (
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  is_active boolean DEFAULT true NOT NULL,
  last_error text,
  last_failure_at timestamp(3) with time zone,
  last_success_at timestamp(3) with time zone,
  site uuid NOT NULL,
  url text NOT NULL
);
CREATE TABLE workflow_anchored_events (
  anchor bigint NOT NULL,
  sequence bigint NOT NULL
);
CREATE TABLE workflow_anchors (
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  events bigint NOT NULL,
  feed_hash text,
  feed_position bigint,
  hash text NOT NULL,
  number bigint NOT NULL,
  previous_hash text NOT NULL
);
CREATE TABLE workflow_approvals (
  approved_as character varying,
  approved_by character varying NOT NULL,
  approved_by_name character varying NOT NULL,
  comment character varying,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  digest character varying NOT NULL,
  document character varying NOT NULL,
  document_collection character varying NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  required numeric,
  risk character varying,
  round numeric NOT NULL,
  seen_from character varying,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL
);
CREATE TABLE workflow_assignments (
  assigned_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  assigned_by text NOT NULL,
  author text,
  document text NOT NULL,
  document_collection text NOT NULL,
  due_at timestamp(3) with time zone,
  reminded_at timestamp(3) with time zone,
  reviewer text
);
CREATE TABLE workflow_chains (
  chain text NOT NULL,
  hash text NOT NULL,
  "position" bigint NOT NULL
);
CREATE TABLE workflow_claims (
  document text NOT NULL,
  document_collection text NOT NULL,
  person text NOT NULL,
  person_name text NOT NULL,
  until timestamp(3) with time zone NOT NULL
);
CREATE TABLE workflow_comments (
  anchor jsonb NOT NULL,
  author text,
  author_name text NOT NULL,
  body text NOT NULL,
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  deleted_at timestamp(3) with time zone,
  digest text NOT NULL,
  document text NOT NULL,
  document_collection text NOT NULL,
  edited_at timestamp(3) with time zone,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  is_blocking boolean DEFAULT false NOT NULL,
  link uuid,
  parent uuid,
  redaction uuid,
  resolved_at timestamp(3) with time zone,
  resolved_by text,
  resolved_by_name text
);
CREATE TABLE workflow_delegations (
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  created_by text NOT NULL,
  ends_at timestamp(3) with time zone NOT NULL,
  from_person text NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  starts_at timestamp(3) with time zone NOT NULL,
  to_person text NOT NULL
);
CREATE TABLE workflow_events (
  actor character varying,
  actor_name character varying,
  comment character varying,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  data jsonb,
  digest character varying,
  document character varying NOT NULL,
  document_collection character varying NOT NULL,
  from_stage character varying,
  hash text NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind character varying DEFAULT 'workflow'::character varying NOT NULL,
  "position" bigint NOT NULL,
  previous_hash text,
  proof text,
  sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  to_stage character varying,
  transaction xid8 DEFAULT pg_current_xact_id() NOT NULL,
  transition character varying NOT NULL,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL
);
CREATE TABLE workflow_plans (
  action text NOT NULL,
  approvals jsonb NOT NULL,
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  digest text NOT NULL,
  document text NOT NULL,
  document_collection text NOT NULL,
  due_at timestamp(3) with time zone NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  is_kept boolean DEFAULT false NOT NULL,
  planned_by text NOT NULL,
  planned_by_name text NOT NULL,
  reason text,
  round integer NOT NULL,
  settled_at timestamp(3) with time zone,
  status text DEFAULT 'pending'::text NOT NULL,
  then_unpublish_at timestamp(3) with time zone
);
CREATE TABLE workflow_proofs (
  all_after bigint DEFAULT 0 NOT NULL,
  begun_after bigint NOT NULL,
  checkpoints_after bigint DEFAULT '-1'::integer NOT NULL,
  is_only boolean DEFAULT true NOT NULL,
  leaves_after bigint DEFAULT 0 NOT NULL
);
CREATE TABLE workflow_revocations (
  approval uuid NOT NULL,
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  document text NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  reason text NOT NULL,
  revoked_by text NOT NULL,
  revoked_by_name text NOT NULL
);
CREATE TABLE workflow_settings (
  career_profiles_cosmetic_approvals numeric DEFAULT 1 NOT NULL,
  career_profiles_cosmetic_role enum_workflow_settings_career_profiles_cosmetic_role,
  career_profiles_facts_approvals numeric DEFAULT 1 NOT NULL,
  career_profiles_facts_role enum_workflow_settings_career_profiles_facts_role,
  career_profiles_text_approvals numeric DEFAULT 1 NOT NULL,
  career_profiles_text_role enum_workflow_settings_career_profiles_text_role,
  created_at timestamp(3) with time zone,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  locks_in_review boolean DEFAULT false,
  regional_sections_cosmetic_approvals numeric DEFAULT 1 NOT NULL,
  regional_sections_cosmetic_role enum_workflow_settings_regional_sections_cosmetic_role,
  regional_sections_facts_approvals numeric DEFAULT 1 NOT NULL,
  regional_sections_facts_role enum_workflow_settings_regional_sections_facts_role,
  regional_sections_text_approvals numeric DEFAULT 1 NOT NULL,
  regional_sections_text_role enum_workflow_settings_regional_sections_text_role,
  sign_off_givers_expertise_by enum_workflow_settings_sign_off_givers_expertise_by DEFAULT 'reviewers'::enum_workflow_settings_sign_off_givers_expertise_by NOT NULL,
  sign_off_givers_expertise_experts boolean DEFAULT false,
  sign_off_givers_language_by enum_workflow_settings_sign_off_givers_language_by DEFAULT 'reviewers'::enum_workflow_settings_sign_off_givers_language_by NOT NULL,
  sign_off_givers_language_experts boolean DEFAULT false,
  sign_off_givers_legal_by enum_workflow_settings_sign_off_givers_legal_by DEFAULT 'reviewers'::enum_workflow_settings_sign_off_givers_legal_by NOT NULL,
  sign_off_givers_legal_experts boolean DEFAULT false,
  updated_at timestamp(3) with time zone
);
CREATE TABLE workflow_settings_rels (
  desks_id uuid,
  id integer DEFAULT nextval('workflow_settings_rels_id_seq'::regclass) NOT NULL,
  "order" integer,
  parent_id uuid NOT NULL,
  path character varying NOT NULL,
  users_id uuid
);
CREATE TABLE workflow_sign_offs (
  comment text,
  created_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  digest text NOT NULL,
  document text NOT NULL,
  document_collection text NOT NULL,
  given_as text NOT NULL,
  given_by text NOT NULL,
  given_by_name text NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind text NOT NULL,
  text_digest text NOT NULL
);
CREATE TABLE workflow_stage_times (
  document text NOT NULL,
  document_collection text NOT NULL,
  entered_at timestamp(3) with time zone NOT NULL,
  entered_by text,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  left_at timestamp(3) with time zone,
  left_by text,
  left_for text,
  stage text NOT NULL
);
CREATE TABLE workflow_states (
  contributors jsonb NOT NULL,
  created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
  digest character varying NOT NULL,
  document_collection character varying NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  live_digest character varying,
  live_published_at timestamp(3) with time zone,
  live_round numeric,
  round numeric NOT NULL,
  stage enum_workflow_states_stage NOT NULL,
  updated_at timestamp(3) with time zone DEFAULT now() NOT NULL
);
CREATE TABLE workflow_text_writers (
  digest text NOT NULL,
  document text NOT NULL,
  person text NOT NULL,
  written_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL
);
CREATE TABLE workflow_texts (
  content jsonb NOT NULL,
  digest text NOT NULL,
  document text NOT NULL,
  document_collection text NOT NULL,
  redaction uuid,
  written_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  written_by text,
  written_by_name text
);
CREATE TABLE workflow_trash (
  author text,
  content jsonb NOT NULL,
  contributors jsonb NOT NULL,
  deleted_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
  deleted_by text,
  deleted_by_name text,
  digest text NOT NULL,
  document text NOT NULL,
  document_collection text NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  profession text,
  region text,
  round integer NOT NULL,
  title text NOT NULL
);

-- constraints

ALTER TABLE _career_profiles_v ADD CONSTRAINT _career_profiles_v_parent_id_career_profiles_id_fk FOREIGN KEY (parent_id) REFERENCES career_profiles(id) ON DELETE SET NULL;
ALTER TABLE _career_profiles_v ADD CONSTRAINT _career_profiles_v_pkey PRIMARY KEY (id);
ALTER TABLE _career_profiles_v ADD CONSTRAINT _career_profiles_v_version_author_id_users_id_fk FOREIGN KEY (version_author_id) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE _career_profiles_v ADD CONSTRAINT _career_profiles_v_version_profession_id_professions_id_fk FOREIGN KEY (version_profession_id) REFERENCES professions(id) ON DELETE SET NULL;
ALTER TABLE _career_profiles_v ADD CONSTRAINT _career_profiles_v_version_video_poster_id_media_id_fk FOREIGN KEY (version_video_poster_id) REFERENCES media(id) ON DELETE SET NULL;
ALTER TABLE _career_profiles_v_rels ADD CONSTRAINT _career_profiles_v_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES _career_profiles_v(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_rels ADD CONSTRAINT _career_profiles_v_rels_pkey PRIMARY KEY (id);
ALTER TABLE _career_profiles_v_rels ADD CONSTRAINT _career_profiles_v_rels_sites_fk FOREIGN KEY (sites_id) REFERENCES sites(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_rels ADD CONSTRAINT _career_profiles_v_rels_sources_fk FOREIGN KEY (sources_id) REFERENCES sources(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_version_career_path ADD CONSTRAINT _career_profiles_v_version_career_path_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _career_profiles_v(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_version_career_path ADD CONSTRAINT _career_profiles_v_version_career_path_pkey PRIMARY KEY (id);
ALTER TABLE _career_profiles_v_version_day_in_the_life ADD CONSTRAINT _career_profiles_v_version_day_in_the_life_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _career_profiles_v(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_version_day_in_the_life ADD CONSTRAINT _career_profiles_v_version_day_in_the_life_pkey PRIMARY KEY (id);
ALTER TABLE _career_profiles_v_version_entry_routes ADD CONSTRAINT _career_profiles_v_version_entry_routes_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _career_profiles_v(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_version_entry_routes ADD CONSTRAINT _career_profiles_v_version_entry_routes_pkey PRIMARY KEY (id);
ALTER TABLE _career_profiles_v_version_faq ADD CONSTRAINT _career_profiles_v_version_faq_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _career_profiles_v(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_version_faq ADD CONSTRAINT _career_profiles_v_version_faq_pkey PRIMARY KEY (id);
ALTER TABLE _career_profiles_v_version_media ADD CONSTRAINT _career_profiles_v_version_media_file_id_media_id_fk FOREIGN KEY (file_id) REFERENCES media(id) ON DELETE SET NULL;
ALTER TABLE _career_profiles_v_version_media ADD CONSTRAINT _career_profiles_v_version_media_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _career_profiles_v(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_version_media ADD CONSTRAINT _career_profiles_v_version_media_pkey PRIMARY KEY (id);
ALTER TABLE _career_profiles_v_version_related_professions ADD CONSTRAINT _career_profiles_v_version_related_professions_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _career_profiles_v(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_version_related_professions ADD CONSTRAINT _career_profiles_v_version_related_professions_pkey PRIMARY KEY (id);
ALTER TABLE _career_profiles_v_version_related_professions ADD CONSTRAINT _career_profiles_v_version_related_professions_profession_id_pr FOREIGN KEY (profession_id) REFERENCES professions(id) ON DELETE SET NULL;
ALTER TABLE _career_profiles_v_version_salary_figures ADD CONSTRAINT _career_profiles_v_version_salary_figures_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _career_profiles_v(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_version_salary_figures ADD CONSTRAINT _career_profiles_v_version_salary_figures_pkey PRIMARY KEY (id);
ALTER TABLE _career_profiles_v_version_salary_figures ADD CONSTRAINT _career_profiles_v_version_salary_figures_region_id_regions_id_ FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE SET NULL;
ALTER TABLE _career_profiles_v_version_salary_figures ADD CONSTRAINT _career_profiles_v_version_salary_figures_source_id_sources_id_ FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE SET NULL;
ALTER TABLE _career_profiles_v_version_sections ADD CONSTRAINT _career_profiles_v_version_sections_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _career_profiles_v(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_version_sections ADD CONSTRAINT _career_profiles_v_version_sections_pkey PRIMARY KEY (id);
ALTER TABLE _career_profiles_v_version_skills ADD CONSTRAINT _career_profiles_v_version_skills_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _career_profiles_v(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_version_skills ADD CONSTRAINT _career_profiles_v_version_skills_pkey PRIMARY KEY (id);
ALTER TABLE _career_profiles_v_version_statistics ADD CONSTRAINT _career_profiles_v_version_statistics_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _career_profiles_v(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_version_statistics ADD CONSTRAINT _career_profiles_v_version_statistics_pkey PRIMARY KEY (id);
ALTER TABLE _career_profiles_v_version_statistics ADD CONSTRAINT _career_profiles_v_version_statistics_region_id_regions_id_fk FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE SET NULL;
ALTER TABLE _career_profiles_v_version_statistics ADD CONSTRAINT _career_profiles_v_version_statistics_source_id_sources_id_fk FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE SET NULL;
ALTER TABLE _career_profiles_v_version_voices ADD CONSTRAINT _career_profiles_v_version_voices_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _career_profiles_v(id) ON DELETE CASCADE;
ALTER TABLE _career_profiles_v_version_voices ADD CONSTRAINT _career_profiles_v_version_voices_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v ADD CONSTRAINT _regional_sections_v_parent_id_regional_sections_id_fk FOREIGN KEY (parent_id) REFERENCES regional_sections(id) ON DELETE SET NULL;
ALTER TABLE _regional_sections_v ADD CONSTRAINT _regional_sections_v_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v ADD CONSTRAINT _regional_sections_v_version_author_id_users_id_fk FOREIGN KEY (version_author_id) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE _regional_sections_v ADD CONSTRAINT _regional_sections_v_version_profession_id_professions_id_fk FOREIGN KEY (version_profession_id) REFERENCES professions(id) ON DELETE SET NULL;
ALTER TABLE _regional_sections_v ADD CONSTRAINT _regional_sections_v_version_region_id_regions_id_fk FOREIGN KEY (version_region_id) REFERENCES regions(id) ON DELETE SET NULL;
ALTER TABLE _regional_sections_v ADD CONSTRAINT _regional_sections_v_version_video_poster_id_media_id_fk FOREIGN KEY (version_video_poster_id) REFERENCES media(id) ON DELETE SET NULL;
ALTER TABLE _regional_sections_v_rels ADD CONSTRAINT _regional_sections_v_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES _regional_sections_v(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_rels ADD CONSTRAINT _regional_sections_v_rels_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v_rels ADD CONSTRAINT _regional_sections_v_rels_sites_fk FOREIGN KEY (sites_id) REFERENCES sites(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_rels ADD CONSTRAINT _regional_sections_v_rels_sources_fk FOREIGN KEY (sources_id) REFERENCES sources(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_version_career_path ADD CONSTRAINT _regional_sections_v_version_career_path_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _regional_sections_v(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_version_career_path ADD CONSTRAINT _regional_sections_v_version_career_path_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v_version_day_in_the_life ADD CONSTRAINT _regional_sections_v_version_day_in_the_life_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _regional_sections_v(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_version_day_in_the_life ADD CONSTRAINT _regional_sections_v_version_day_in_the_life_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v_version_entry_routes ADD CONSTRAINT _regional_sections_v_version_entry_routes_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _regional_sections_v(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_version_entry_routes ADD CONSTRAINT _regional_sections_v_version_entry_routes_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v_version_faq ADD CONSTRAINT _regional_sections_v_version_faq_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _regional_sections_v(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_version_faq ADD CONSTRAINT _regional_sections_v_version_faq_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v_version_media ADD CONSTRAINT _regional_sections_v_version_media_file_id_media_id_fk FOREIGN KEY (file_id) REFERENCES media(id) ON DELETE SET NULL;
ALTER TABLE _regional_sections_v_version_media ADD CONSTRAINT _regional_sections_v_version_media_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _regional_sections_v(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_version_media ADD CONSTRAINT _regional_sections_v_version_media_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v_version_related_professions ADD CONSTRAINT _regional_sections_v_version_related_professions_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _regional_sections_v(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_version_related_professions ADD CONSTRAINT _regional_sections_v_version_related_professions_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v_version_related_professions ADD CONSTRAINT _regional_sections_v_version_related_professions_profession_id_ FOREIGN KEY (profession_id) REFERENCES professions(id) ON DELETE SET NULL;
ALTER TABLE _regional_sections_v_version_salary_figures ADD CONSTRAINT _regional_sections_v_version_salary_figures_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _regional_sections_v(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_version_salary_figures ADD CONSTRAINT _regional_sections_v_version_salary_figures_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v_version_salary_figures ADD CONSTRAINT _regional_sections_v_version_salary_figures_region_id_regions_i FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE SET NULL;
ALTER TABLE _regional_sections_v_version_salary_figures ADD CONSTRAINT _regional_sections_v_version_salary_figures_source_id_sources_i FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE SET NULL;
ALTER TABLE _regional_sections_v_version_sections ADD CONSTRAINT _regional_sections_v_version_sections_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _regional_sections_v(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_version_sections ADD CONSTRAINT _regional_sections_v_version_sections_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v_version_skills ADD CONSTRAINT _regional_sections_v_version_skills_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _regional_sections_v(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_version_skills ADD CONSTRAINT _regional_sections_v_version_skills_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v_version_statistics ADD CONSTRAINT _regional_sections_v_version_statistics_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _regional_sections_v(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_version_statistics ADD CONSTRAINT _regional_sections_v_version_statistics_pkey PRIMARY KEY (id);
ALTER TABLE _regional_sections_v_version_statistics ADD CONSTRAINT _regional_sections_v_version_statistics_region_id_regions_id_fk FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE SET NULL;
ALTER TABLE _regional_sections_v_version_statistics ADD CONSTRAINT _regional_sections_v_version_statistics_source_id_sources_id_fk FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE SET NULL;
ALTER TABLE _regional_sections_v_version_voices ADD CONSTRAINT _regional_sections_v_version_voices_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _regional_sections_v(id) ON DELETE CASCADE;
ALTER TABLE _regional_sections_v_version_voices ADD CONSTRAINT _regional_sections_v_version_voices_pkey PRIMARY KEY (id);
ALTER TABLE account_mails ADD CONSTRAINT account_mails_address_check CHECK ((char_length(address) <= 254));
ALTER TABLE account_mails ADD CONSTRAINT account_mails_by_whom_check CHECK ((char_length(by_whom) <= 1000));
ALTER TABLE account_mails ADD CONSTRAINT account_mails_change_check CHECK ((char_length(change) <= 100));
ALTER TABLE account_mails ADD CONSTRAINT account_mails_person_fkey FOREIGN KEY (person) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE account_mails ADD CONSTRAINT account_mails_pkey PRIMARY KEY (id);
ALTER TABLE audit_faults ADD CONSTRAINT audit_faults_pkey PRIMARY KEY (place, problem);
ALTER TABLE audit_sweeps ADD CONSTRAINT audit_sweeps_pkey PRIMARY KEY (runner);
ALTER TABLE audit_sweeps ADD CONSTRAINT audit_sweeps_runner_check CHECK ((runner = ANY (ARRAY['worker'::text, 'command'::text])));
ALTER TABLE career_profiles ADD CONSTRAINT career_profiles_author_id_users_id_fk FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE career_profiles ADD CONSTRAINT career_profiles_pkey PRIMARY KEY (id);
ALTER TABLE career_profiles ADD CONSTRAINT career_profiles_profession_id_professions_id_fk FOREIGN KEY (profession_id) REFERENCES professions(id) ON DELETE SET NULL;
ALTER TABLE career_profiles ADD CONSTRAINT career_profiles_video_poster_id_media_id_fk FOREIGN KEY (video_poster_id) REFERENCES media(id) ON DELETE SET NULL;
ALTER TABLE career_profiles_career_path ADD CONSTRAINT career_profiles_career_path_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_career_path ADD CONSTRAINT career_profiles_career_path_pkey PRIMARY KEY (id);
ALTER TABLE career_profiles_day_in_the_life ADD CONSTRAINT career_profiles_day_in_the_life_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_day_in_the_life ADD CONSTRAINT career_profiles_day_in_the_life_pkey PRIMARY KEY (id);
ALTER TABLE career_profiles_entry_routes ADD CONSTRAINT career_profiles_entry_routes_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_entry_routes ADD CONSTRAINT career_profiles_entry_routes_pkey PRIMARY KEY (id);
ALTER TABLE career_profiles_faq ADD CONSTRAINT career_profiles_faq_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_faq ADD CONSTRAINT career_profiles_faq_pkey PRIMARY KEY (id);
ALTER TABLE career_profiles_media ADD CONSTRAINT career_profiles_media_file_id_media_id_fk FOREIGN KEY (file_id) REFERENCES media(id) ON DELETE SET NULL;
ALTER TABLE career_profiles_media ADD CONSTRAINT career_profiles_media_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_media ADD CONSTRAINT career_profiles_media_pkey PRIMARY KEY (id);
ALTER TABLE career_profiles_related_professions ADD CONSTRAINT career_profiles_related_professions_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_related_professions ADD CONSTRAINT career_profiles_related_professions_pkey PRIMARY KEY (id);
ALTER TABLE career_profiles_related_professions ADD CONSTRAINT career_profiles_related_professions_profession_id_professions_i FOREIGN KEY (profession_id) REFERENCES professions(id) ON DELETE SET NULL;
ALTER TABLE career_profiles_rels ADD CONSTRAINT career_profiles_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_rels ADD CONSTRAINT career_profiles_rels_pkey PRIMARY KEY (id);
ALTER TABLE career_profiles_rels ADD CONSTRAINT career_profiles_rels_sites_fk FOREIGN KEY (sites_id) REFERENCES sites(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_rels ADD CONSTRAINT career_profiles_rels_sources_fk FOREIGN KEY (sources_id) REFERENCES sources(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_salary_figures ADD CONSTRAINT career_profiles_salary_figures_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_salary_figures ADD CONSTRAINT career_profiles_salary_figures_pkey PRIMARY KEY (id);
ALTER TABLE career_profiles_salary_figures ADD CONSTRAINT career_profiles_salary_figures_region_id_regions_id_fk FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE SET NULL;
ALTER TABLE career_profiles_salary_figures ADD CONSTRAINT career_profiles_salary_figures_source_id_sources_id_fk FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE SET NULL;
ALTER TABLE career_profiles_sections ADD CONSTRAINT career_profiles_sections_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_sections ADD CONSTRAINT career_profiles_sections_pkey PRIMARY KEY (id);
ALTER TABLE career_profiles_skills ADD CONSTRAINT career_profiles_skills_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_skills ADD CONSTRAINT career_profiles_skills_pkey PRIMARY KEY (id);
ALTER TABLE career_profiles_statistics ADD CONSTRAINT career_profiles_statistics_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_statistics ADD CONSTRAINT career_profiles_statistics_pkey PRIMARY KEY (id);
ALTER TABLE career_profiles_statistics ADD CONSTRAINT career_profiles_statistics_region_id_regions_id_fk FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE SET NULL;
ALTER TABLE career_profiles_statistics ADD CONSTRAINT career_profiles_statistics_source_id_sources_id_fk FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE SET NULL;
ALTER TABLE career_profiles_voices ADD CONSTRAINT career_profiles_voices_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE career_profiles_voices ADD CONSTRAINT career_profiles_voices_pkey PRIMARY KEY (id);
ALTER TABLE delivery.documents ADD CONSTRAINT documents_pkey PRIMARY KEY (id);
ALTER TABLE delivery.documents ADD CONSTRAINT documents_profession_region_key UNIQUE NULLS NOT DISTINCT (profession, region);
ALTER TABLE delivery.lexicon ADD CONSTRAINT lexicon_pkey PRIMARY KEY (word);
ALTER TABLE delivery.log_checkpoints ADD CONSTRAINT log_checkpoints_pkey PRIMARY KEY (size);
ALTER TABLE delivery.log_checkpoints ADD CONSTRAINT log_checkpoints_root_check CHECK ((octet_length(root) = 32));
ALTER TABLE delivery.log_cosignatures ADD CONSTRAINT log_cosignatures_pkey PRIMARY KEY (size, witness);
ALTER TABLE delivery.log_cosignatures ADD CONSTRAINT log_cosignatures_size_fkey FOREIGN KEY (size) REFERENCES delivery.log_checkpoints(size);
ALTER TABLE delivery.log_keys ADD CONSTRAINT log_keys_kind_check CHECK ((kind = ANY (ARRAY['log'::text, 'witness'::text])));
ALTER TABLE delivery.log_keys ADD CONSTRAINT log_keys_pkey PRIMARY KEY (verifier);
ALTER TABLE delivery.log_nodes ADD CONSTRAINT log_nodes_hash_check CHECK ((octet_length(hash) = 32));
ALTER TABLE delivery.log_nodes ADD CONSTRAINT log_nodes_level_check CHECK ((level > 0));
ALTER TABLE delivery.log_nodes ADD CONSTRAINT log_nodes_pkey PRIMARY KEY (level, number);
ALTER TABLE delivery.portraits ADD CONSTRAINT portraits_document_fkey FOREIGN KEY (document) REFERENCES delivery.documents(id) ON DELETE CASCADE;
ALTER TABLE delivery.portraits ADD CONSTRAINT portraits_document_key UNIQUE (document);
ALTER TABLE delivery.portraits ADD CONSTRAINT portraits_pkey PRIMARY KEY (profession_slug, region_slug);
ALTER TABLE delivery.professions ADD CONSTRAINT professions_pkey PRIMARY KEY (id);
ALTER TABLE delivery.professions ADD CONSTRAINT professions_slug_key UNIQUE (slug);
ALTER TABLE delivery.regions ADD CONSTRAINT regions_pkey PRIMARY KEY (id);
ALTER TABLE delivery.regions ADD CONSTRAINT regions_slug_key UNIQUE (slug);
ALTER TABLE delivery.releases ADD CONSTRAINT releases_of_a_portrait CHECK ((((document IS NULL) = (reason = 'reshaped'::text)) AND (num_nulls(document, collection, profession, profession_slug, region_slug) = ANY (ARRAY[0, 5]))));
ALTER TABLE delivery.releases ADD CONSTRAINT releases_pkey PRIMARY KEY (id);
ALTER TABLE delivery.releases ADD CONSTRAINT releases_position_key UNIQUE ("position");
ALTER TABLE delivery.releases ADD CONSTRAINT releases_reason_check CHECK ((reason = ANY (ARRAY['text'::text, 'profile'::text, 'reference'::text, 'media'::text, 'source'::text, 'lapsed'::text, 'reshaped'::text])));
ALTER TABLE delivery_rebuilds ADD CONSTRAINT delivery_rebuilds_pkey PRIMARY KEY (id);
ALTER TABLE delivery_reshapes ADD CONSTRAINT delivery_reshapes_pkey PRIMARY KEY (shape);
ALTER TABLE desks ADD CONSTRAINT desks_pkey PRIMARY KEY (id);
ALTER TABLE desks_rels ADD CONSTRAINT desks_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES desks(id) ON DELETE CASCADE;
ALTER TABLE desks_rels ADD CONSTRAINT desks_rels_pkey PRIMARY KEY (id);
ALTER TABLE desks_rels ADD CONSTRAINT desks_rels_professions_fk FOREIGN KEY (professions_id) REFERENCES professions(id) ON DELETE CASCADE;
ALTER TABLE desks_rels ADD CONSTRAINT desks_rels_regions_fk FOREIGN KEY (regions_id) REFERENCES regions(id) ON DELETE CASCADE;
ALTER TABLE employers ADD CONSTRAINT employers_pkey PRIMARY KEY (id);
ALTER TABLE employers_rels ADD CONSTRAINT employers_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES employers(id) ON DELETE CASCADE;
ALTER TABLE employers_rels ADD CONSTRAINT employers_rels_pkey PRIMARY KEY (id);
ALTER TABLE employers_rels ADD CONSTRAINT employers_rels_regions_fk FOREIGN KEY (regions_id) REFERENCES regions(id) ON DELETE CASCADE;
ALTER TABLE employers_texts ADD CONSTRAINT employers_texts_parent_fk FOREIGN KEY (parent_id) REFERENCES employers(id) ON DELETE CASCADE;
ALTER TABLE employers_texts ADD CONSTRAINT employers_texts_pkey PRIMARY KEY (id);
ALTER TABLE erasures ADD CONSTRAINT erasures_decided CHECK (((status = 'open'::text) = (decided_at IS NULL)));
ALTER TABLE erasures ADD CONSTRAINT erasures_kind_check CHECK ((kind = ANY (ARRAY['texts'::text, 'comment'::text, 'expert'::text, 'event'::text, 'person'::text, 'picture'::text, 'import'::text, 'file'::text, 'view'::text])));
ALTER TABLE erasures ADD CONSTRAINT erasures_pkey PRIMARY KEY (id);
ALTER TABLE erasures ADD CONSTRAINT erasures_redaction CHECK (((status = 'confirmed'::text) = (redaction IS NOT NULL)));
ALTER TABLE erasures ADD CONSTRAINT erasures_status_check CHECK ((status = ANY (ARRAY['open'::text, 'confirmed'::text, 'rejected'::text, 'withdrawn'::text])));
ALTER TABLE erasures ADD CONSTRAINT erasures_two_people CHECK (((status <> ALL (ARRAY['confirmed'::text, 'rejected'::text])) OR ((decided_by IS NOT NULL) AND (decided_by <> asked_by))));
ALTER TABLE expert_links ADD CONSTRAINT expert_links_pkey PRIMARY KEY (id);
ALTER TABLE expert_opinions ADD CONSTRAINT expert_opinions_link_fkey FOREIGN KEY (link) REFERENCES expert_links(id);
ALTER TABLE expert_opinions ADD CONSTRAINT expert_opinions_link_key UNIQUE (link);
ALTER TABLE expert_opinions ADD CONSTRAINT expert_opinions_opinion_check CHECK ((opinion = ANY (ARRAY['agree'::text, 'object'::text])));
ALTER TABLE expert_opinions ADD CONSTRAINT expert_opinions_pkey PRIMARY KEY (id);
ALTER TABLE guard.keys ADD CONSTRAINT keys_is_only_check CHECK (is_only);
ALTER TABLE guard.keys ADD CONSTRAINT keys_pkey PRIMARY KEY (is_only);
ALTER TABLE import_runs ADD CONSTRAINT import_runs_pkey PRIMARY KEY (id);
ALTER TABLE import_runs ADD CONSTRAINT import_runs_started_by_id_users_id_fk FOREIGN KEY (started_by_id) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE job_feeds ADD CONSTRAINT job_feeds_employer_id_employers_id_fk FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE SET NULL;
ALTER TABLE job_feeds ADD CONSTRAINT job_feeds_pkey PRIMARY KEY (id);
ALTER TABLE job_references ADD CONSTRAINT job_references_employer_id_employers_id_fk FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE SET NULL;
ALTER TABLE job_references ADD CONSTRAINT job_references_feed_id_job_feeds_id_fk FOREIGN KEY (feed_id) REFERENCES job_feeds(id) ON DELETE SET NULL;
ALTER TABLE job_references ADD CONSTRAINT job_references_pkey PRIMARY KEY (id);
ALTER TABLE job_references ADD CONSTRAINT job_references_profession_id_professions_id_fk FOREIGN KEY (profession_id) REFERENCES professions(id) ON DELETE SET NULL;
ALTER TABLE job_references ADD CONSTRAINT job_references_region_id_regions_id_fk FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE SET NULL;
ALTER TABLE job_references_employment_type ADD CONSTRAINT job_references_employment_type_parent_fk FOREIGN KEY (parent_id) REFERENCES job_references(id) ON DELETE CASCADE;
ALTER TABLE job_references_employment_type ADD CONSTRAINT job_references_employment_type_pkey PRIMARY KEY (id);
ALTER TABLE log_leaves ADD CONSTRAINT log_leaves_entry_check CHECK ((octet_length(entry) = 32));
ALTER TABLE log_leaves ADD CONSTRAINT log_leaves_entry_key UNIQUE (entry);
ALTER TABLE log_leaves ADD CONSTRAINT log_leaves_index_key UNIQUE (index);
ALTER TABLE log_leaves ADD CONSTRAINT log_leaves_pkey PRIMARY KEY (id);
ALTER TABLE log_leaves ADD CONSTRAINT log_leaves_salt_check CHECK ((octet_length(salt) = 32));
ALTER TABLE media ADD CONSTRAINT media_pkey PRIMARY KEY (id);
ALTER TABLE media ADD CONSTRAINT media_uploaded_by_id_users_id_fk FOREIGN KEY (uploaded_by_id) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE newsroom_texts ADD CONSTRAINT newsroom_texts_pkey PRIMARY KEY (document);
ALTER TABLE notification_mails ADD CONSTRAINT notification_mails_message_id_key UNIQUE (message_id);
ALTER TABLE notification_mails ADD CONSTRAINT notification_mails_mode_check CHECK ((mode = ANY (ARRAY['immediate'::text, 'daily'::text])));
ALTER TABLE notification_mails ADD CONSTRAINT notification_mails_notification_fkey FOREIGN KEY (notification) REFERENCES notifications(id) ON DELETE CASCADE;
ALTER TABLE notification_mails ADD CONSTRAINT notification_mails_notification_key UNIQUE (notification);
ALTER TABLE notification_mails ADD CONSTRAINT notification_mails_pkey PRIMARY KEY (id);
ALTER TABLE notification_mails ADD CONSTRAINT notification_mails_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'sent'::text, 'failed'::text, 'dropped'::text])));
ALTER TABLE notification_preferences ADD CONSTRAINT notification_preferences_mode_check CHECK ((mode = ANY (ARRAY['immediate'::text, 'daily'::text, 'off'::text])));
ALTER TABLE notification_preferences ADD CONSTRAINT notification_preferences_pkey PRIMARY KEY (person, kind);
ALTER TABLE notifications ADD CONSTRAINT notifications_event_person_key UNIQUE (event, person);
ALTER TABLE notifications ADD CONSTRAINT notifications_pkey PRIMARY KEY (id);
ALTER TABLE notifications ADD CONSTRAINT notifications_sequence_key UNIQUE (sequence);
ALTER TABLE passkeys ADD CONSTRAINT passkeys_id_check CHECK ((char_length(id) <= 1400));
ALTER TABLE passkeys ADD CONSTRAINT passkeys_name_check CHECK ((char_length(name) <= 100));
ALTER TABLE passkeys ADD CONSTRAINT passkeys_person_fkey FOREIGN KEY (person) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE passkeys ADD CONSTRAINT passkeys_pkey PRIMARY KEY (id);
ALTER TABLE passkeys ADD CONSTRAINT passkeys_public_key_check CHECK ((char_length(public_key) <= 4000));
ALTER TABLE payload_kv ADD CONSTRAINT payload_kv_pkey PRIMARY KEY (id);
ALTER TABLE payload_locked_documents ADD CONSTRAINT payload_locked_documents_pkey PRIMARY KEY (id);
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_career_profiles_fk FOREIGN KEY (career_profiles_id) REFERENCES career_profiles(id) ON DELETE CASCADE;
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_desks_fk FOREIGN KEY (desks_id) REFERENCES desks(id) ON DELETE CASCADE;
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_employers_fk FOREIGN KEY (employers_id) REFERENCES employers(id) ON DELETE CASCADE;
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_job_feeds_fk FOREIGN KEY (job_feeds_id) REFERENCES job_feeds(id) ON DELETE CASCADE;
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_job_references_fk FOREIGN KEY (job_references_id) REFERENCES job_references(id) ON DELETE CASCADE;
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_media_fk FOREIGN KEY (media_id) REFERENCES media(id) ON DELETE CASCADE;
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES payload_locked_documents(id) ON DELETE CASCADE;
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_pkey PRIMARY KEY (id);
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_professions_fk FOREIGN KEY (professions_id) REFERENCES professions(id) ON DELETE CASCADE;
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_regional_sections_fk FOREIGN KEY (regional_sections_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_regions_fk FOREIGN KEY (regions_id) REFERENCES regions(id) ON DELETE CASCADE;
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_sites_fk FOREIGN KEY (sites_id) REFERENCES sites(id) ON DELETE CASCADE;
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_sources_fk FOREIGN KEY (sources_id) REFERENCES sources(id) ON DELETE CASCADE;
ALTER TABLE payload_locked_documents_rels ADD CONSTRAINT payload_locked_documents_rels_users_fk FOREIGN KEY (users_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE payload_migrations ADD CONSTRAINT payload_migrations_pkey PRIMARY KEY (id);
ALTER TABLE payload_preferences ADD CONSTRAINT payload_preferences_pkey PRIMARY KEY (id);
ALTER TABLE payload_preferences_rels ADD CONSTRAINT payload_preferences_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES payload_preferences(id) ON DELETE CASCADE;
ALTER TABLE payload_preferences_rels ADD CONSTRAINT payload_preferences_rels_pkey PRIMARY KEY (id);
ALTER TABLE payload_preferences_rels ADD CONSTRAINT payload_preferences_rels_sites_fk FOREIGN KEY (sites_id) REFERENCES sites(id) ON DELETE CASCADE;
ALTER TABLE payload_preferences_rels ADD CONSTRAINT payload_preferences_rels_users_fk FOREIGN KEY (users_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE preview_texts ADD CONSTRAINT preview_texts_pkey PRIMARY KEY (document, digest);
ALTER TABLE preview_tokens ADD CONSTRAINT preview_tokens_pkey PRIMARY KEY (id);
ALTER TABLE professions ADD CONSTRAINT professions_pkey PRIMARY KEY (id);
ALTER TABLE professions_texts ADD CONSTRAINT professions_texts_parent_fk FOREIGN KEY (parent_id) REFERENCES professions(id) ON DELETE CASCADE;
ALTER TABLE professions_texts ADD CONSTRAINT professions_texts_pkey PRIMARY KEY (id);
ALTER TABLE provider_identities ADD CONSTRAINT provider_identities_issuer_check CHECK ((char_length(issuer) <= 2000));
ALTER TABLE provider_identities ADD CONSTRAINT provider_identities_person_fkey FOREIGN KEY (person) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE provider_identities ADD CONSTRAINT provider_identities_pkey PRIMARY KEY (issuer, subject);
ALTER TABLE provider_identities ADD CONSTRAINT provider_identities_subject_check CHECK ((char_length(subject) <= 255));
ALTER TABLE provider_links ADD CONSTRAINT provider_links_person_fkey FOREIGN KEY (person) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE provider_links ADD CONSTRAINT provider_links_pkey PRIMARY KEY (person);
ALTER TABLE provider_sessions ADD CONSTRAINT provider_sessions_id_token_check CHECK ((char_length(id_token) <= 8000));
ALTER TABLE provider_sessions ADD CONSTRAINT provider_sessions_issuer_check CHECK ((char_length(issuer) <= 2000));
ALTER TABLE provider_sessions ADD CONSTRAINT provider_sessions_person_fkey FOREIGN KEY (person) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE provider_sessions ADD CONSTRAINT provider_sessions_pkey PRIMARY KEY (session);
ALTER TABLE provider_sessions ADD CONSTRAINT provider_sessions_provider_session_check CHECK ((char_length(provider_session) <= 1000));
ALTER TABLE provider_sessions ADD CONSTRAINT provider_sessions_session_check CHECK ((char_length(session) <= 100));
ALTER TABLE provider_sessions ADD CONSTRAINT provider_sessions_subject_check CHECK ((char_length(subject) <= 255));
ALTER TABLE provisioned_groups ADD CONSTRAINT provisioned_groups_display_name_check CHECK ((char_length(display_name) <= 200));
ALTER TABLE provisioned_groups ADD CONSTRAINT provisioned_groups_display_name_key UNIQUE (display_name);
ALTER TABLE provisioned_groups ADD CONSTRAINT provisioned_groups_external_id_check CHECK ((char_length(external_id) <= 254));
ALTER TABLE provisioned_groups ADD CONSTRAINT provisioned_groups_pkey PRIMARY KEY (id);
ALTER TABLE provisioned_members ADD CONSTRAINT provisioned_members_in_group_fkey FOREIGN KEY (in_group) REFERENCES provisioned_groups(id) ON DELETE CASCADE;
ALTER TABLE provisioned_members ADD CONSTRAINT provisioned_members_person_fkey FOREIGN KEY (person) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE provisioned_members ADD CONSTRAINT provisioned_members_pkey PRIMARY KEY (in_group, person);
ALTER TABLE provisioned_users ADD CONSTRAINT provisioned_users_external_id_check CHECK ((char_length(external_id) <= 254));
ALTER TABLE provisioned_users ADD CONSTRAINT provisioned_users_person_fkey FOREIGN KEY (person) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE provisioned_users ADD CONSTRAINT provisioned_users_pkey PRIMARY KEY (person);
ALTER TABLE provisioned_users ADD CONSTRAINT provisioned_users_user_name_check CHECK ((char_length(user_name) <= 254));
ALTER TABLE pseudonym_keys ADD CONSTRAINT pseudonym_keys_is_only_check CHECK (is_only);
ALTER TABLE pseudonym_keys ADD CONSTRAINT pseudonym_keys_key_check CHECK ((octet_length(key) = 32));
ALTER TABLE pseudonym_keys ADD CONSTRAINT pseudonym_keys_pkey PRIMARY KEY (is_only);
ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_hash_check CHECK ((char_length(hash) <= 100));
ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_person_fkey FOREIGN KEY (person) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (person, hash);
ALTER TABLE redacted_rows ADD CONSTRAINT redacted_rows_pkey PRIMARY KEY (redaction, place, "row");
ALTER TABLE redacted_rows ADD CONSTRAINT redacted_rows_redaction_fkey FOREIGN KEY (redaction) REFERENCES workflow_events(id);
ALTER TABLE reference_proposals ADD CONSTRAINT reference_proposals_collection_check CHECK ((collection = ANY (ARRAY['professions'::text, 'regions'::text, 'sources'::text, 'employers'::text])));
ALTER TABLE reference_proposals ADD CONSTRAINT reference_proposals_decided CHECK (((status = 'open'::text) = (decided_at IS NULL)));
ALTER TABLE reference_proposals ADD CONSTRAINT reference_proposals_four_eyes CHECK (((status <> ALL (ARRAY['confirmed'::text, 'rejected'::text])) OR ((decided_by IS NOT NULL) AND (decided_by IS DISTINCT FROM proposed_by))));
ALTER TABLE reference_proposals ADD CONSTRAINT reference_proposals_pkey PRIMARY KEY (id);
ALTER TABLE reference_proposals ADD CONSTRAINT reference_proposals_status_check CHECK ((status = ANY (ARRAY['open'::text, 'confirmed'::text, 'rejected'::text, 'withdrawn'::text])));
ALTER TABLE regional_sections ADD CONSTRAINT regional_sections_author_id_users_id_fk FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE regional_sections ADD CONSTRAINT regional_sections_pkey PRIMARY KEY (id);
ALTER TABLE regional_sections ADD CONSTRAINT regional_sections_profession_id_professions_id_fk FOREIGN KEY (profession_id) REFERENCES professions(id) ON DELETE SET NULL;
ALTER TABLE regional_sections ADD CONSTRAINT regional_sections_region_id_regions_id_fk FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE SET NULL;
ALTER TABLE regional_sections ADD CONSTRAINT regional_sections_video_poster_id_media_id_fk FOREIGN KEY (video_poster_id) REFERENCES media(id) ON DELETE SET NULL;
ALTER TABLE regional_sections_career_path ADD CONSTRAINT regional_sections_career_path_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_career_path ADD CONSTRAINT regional_sections_career_path_pkey PRIMARY KEY (id);
ALTER TABLE regional_sections_day_in_the_life ADD CONSTRAINT regional_sections_day_in_the_life_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_day_in_the_life ADD CONSTRAINT regional_sections_day_in_the_life_pkey PRIMARY KEY (id);
ALTER TABLE regional_sections_entry_routes ADD CONSTRAINT regional_sections_entry_routes_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_entry_routes ADD CONSTRAINT regional_sections_entry_routes_pkey PRIMARY KEY (id);
ALTER TABLE regional_sections_faq ADD CONSTRAINT regional_sections_faq_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_faq ADD CONSTRAINT regional_sections_faq_pkey PRIMARY KEY (id);
ALTER TABLE regional_sections_media ADD CONSTRAINT regional_sections_media_file_id_media_id_fk FOREIGN KEY (file_id) REFERENCES media(id) ON DELETE SET NULL;
ALTER TABLE regional_sections_media ADD CONSTRAINT regional_sections_media_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_media ADD CONSTRAINT regional_sections_media_pkey PRIMARY KEY (id);
ALTER TABLE regional_sections_related_professions ADD CONSTRAINT regional_sections_related_professions_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_related_professions ADD CONSTRAINT regional_sections_related_professions_pkey PRIMARY KEY (id);
ALTER TABLE regional_sections_related_professions ADD CONSTRAINT regional_sections_related_professions_profession_id_professions FOREIGN KEY (profession_id) REFERENCES professions(id) ON DELETE SET NULL;
ALTER TABLE regional_sections_rels ADD CONSTRAINT regional_sections_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_rels ADD CONSTRAINT regional_sections_rels_pkey PRIMARY KEY (id);
ALTER TABLE regional_sections_rels ADD CONSTRAINT regional_sections_rels_sites_fk FOREIGN KEY (sites_id) REFERENCES sites(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_rels ADD CONSTRAINT regional_sections_rels_sources_fk FOREIGN KEY (sources_id) REFERENCES sources(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_salary_figures ADD CONSTRAINT regional_sections_salary_figures_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_salary_figures ADD CONSTRAINT regional_sections_salary_figures_pkey PRIMARY KEY (id);
ALTER TABLE regional_sections_salary_figures ADD CONSTRAINT regional_sections_salary_figures_region_id_regions_id_fk FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE SET NULL;
ALTER TABLE regional_sections_salary_figures ADD CONSTRAINT regional_sections_salary_figures_source_id_sources_id_fk FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE SET NULL;
ALTER TABLE regional_sections_sections ADD CONSTRAINT regional_sections_sections_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_sections ADD CONSTRAINT regional_sections_sections_pkey PRIMARY KEY (id);
ALTER TABLE regional_sections_skills ADD CONSTRAINT regional_sections_skills_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_skills ADD CONSTRAINT regional_sections_skills_pkey PRIMARY KEY (id);
ALTER TABLE regional_sections_statistics ADD CONSTRAINT regional_sections_statistics_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_statistics ADD CONSTRAINT regional_sections_statistics_pkey PRIMARY KEY (id);
ALTER TABLE regional_sections_statistics ADD CONSTRAINT regional_sections_statistics_region_id_regions_id_fk FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE SET NULL;
ALTER TABLE regional_sections_statistics ADD CONSTRAINT regional_sections_statistics_source_id_sources_id_fk FOREIGN KEY (source_id) REFERENCES sources(id) ON DELETE SET NULL;
ALTER TABLE regional_sections_voices ADD CONSTRAINT regional_sections_voices_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES regional_sections(id) ON DELETE CASCADE;
ALTER TABLE regional_sections_voices ADD CONSTRAINT regional_sections_voices_pkey PRIMARY KEY (id);
ALTER TABLE regions ADD CONSTRAINT regions_parent_id_regions_id_fk FOREIGN KEY (parent_id) REFERENCES regions(id) ON DELETE SET NULL;
ALTER TABLE regions ADD CONSTRAINT regions_pkey PRIMARY KEY (id);
ALTER TABLE regions_rels ADD CONSTRAINT regions_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES regions(id) ON DELETE CASCADE;
ALTER TABLE regions_rels ADD CONSTRAINT regions_rels_pkey PRIMARY KEY (id);
ALTER TABLE regions_rels ADD CONSTRAINT regions_rels_regions_fk FOREIGN KEY (regions_id) REFERENCES regions(id) ON DELETE CASCADE;
ALTER TABLE regions_texts ADD CONSTRAINT regions_texts_parent_fk FOREIGN KEY (parent_id) REFERENCES regions(id) ON DELETE CASCADE;
ALTER TABLE regions_texts ADD CONSTRAINT regions_texts_pkey PRIMARY KEY (id);
ALTER TABLE second_factors ADD CONSTRAINT second_factors_person_fkey FOREIGN KEY (person) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE second_factors ADD CONSTRAINT second_factors_pkey PRIMARY KEY (person);
ALTER TABLE second_factors ADD CONSTRAINT second_factors_secret_check CHECK ((char_length(secret) <= 500));
ALTER TABLE sign_in_attempts ADD CONSTRAINT sign_in_attempts_pkey PRIMARY KEY (key);
ALTER TABLE sign_offs_of_profiles_cosmetic ADD CONSTRAINT sign_offs_of_profiles_cosmetic_parent_fk FOREIGN KEY (parent_id) REFERENCES workflow_settings(id) ON DELETE CASCADE;
ALTER TABLE sign_offs_of_profiles_cosmetic ADD CONSTRAINT sign_offs_of_profiles_cosmetic_pkey PRIMARY KEY (id);
ALTER TABLE sign_offs_of_profiles_facts ADD CONSTRAINT sign_offs_of_profiles_facts_parent_fk FOREIGN KEY (parent_id) REFERENCES workflow_settings(id) ON DELETE CASCADE;
ALTER TABLE sign_offs_of_profiles_facts ADD CONSTRAINT sign_offs_of_profiles_facts_pkey PRIMARY KEY (id);
ALTER TABLE sign_offs_of_profiles_text ADD CONSTRAINT sign_offs_of_profiles_text_parent_fk FOREIGN KEY (parent_id) REFERENCES workflow_settings(id) ON DELETE CASCADE;
ALTER TABLE sign_offs_of_profiles_text ADD CONSTRAINT sign_offs_of_profiles_text_pkey PRIMARY KEY (id);
ALTER TABLE sign_offs_of_sections_cosmetic ADD CONSTRAINT sign_offs_of_sections_cosmetic_parent_fk FOREIGN KEY (parent_id) REFERENCES workflow_settings(id) ON DELETE CASCADE;
ALTER TABLE sign_offs_of_sections_cosmetic ADD CONSTRAINT sign_offs_of_sections_cosmetic_pkey PRIMARY KEY (id);
ALTER TABLE sign_offs_of_sections_facts ADD CONSTRAINT sign_offs_of_sections_facts_parent_fk FOREIGN KEY (parent_id) REFERENCES workflow_settings(id) ON DELETE CASCADE;
ALTER TABLE sign_offs_of_sections_facts ADD CONSTRAINT sign_offs_of_sections_facts_pkey PRIMARY KEY (id);
ALTER TABLE sign_offs_of_sections_text ADD CONSTRAINT sign_offs_of_sections_text_parent_fk FOREIGN KEY (parent_id) REFERENCES workflow_settings(id) ON DELETE CASCADE;
ALTER TABLE sign_offs_of_sections_text ADD CONSTRAINT sign_offs_of_sections_text_pkey PRIMARY KEY (id);
ALTER TABLE site_key_uses ADD CONSTRAINT site_key_uses_pkey PRIMARY KEY (key);
ALTER TABLE sites ADD CONSTRAINT sites_pkey PRIMARY KEY (id);
ALTER TABLE sites_keys ADD CONSTRAINT sites_keys_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES sites(id) ON DELETE CASCADE;
ALTER TABLE sites_keys ADD CONSTRAINT sites_keys_pkey PRIMARY KEY (id);
ALTER TABLE sites_rels ADD CONSTRAINT sites_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES sites(id) ON DELETE CASCADE;
ALTER TABLE sites_rels ADD CONSTRAINT sites_rels_pkey PRIMARY KEY (id);
ALTER TABLE sites_rels ADD CONSTRAINT sites_rels_professions_fk FOREIGN KEY (professions_id) REFERENCES professions(id) ON DELETE CASCADE;
ALTER TABLE sites_rels ADD CONSTRAINT sites_rels_regions_fk FOREIGN KEY (regions_id) REFERENCES regions(id) ON DELETE CASCADE;
ALTER TABLE sites_texts ADD CONSTRAINT sites_texts_parent_fk FOREIGN KEY (parent_id) REFERENCES sites(id) ON DELETE CASCADE;
ALTER TABLE sites_texts ADD CONSTRAINT sites_texts_pkey PRIMARY KEY (id);
ALTER TABLE sources ADD CONSTRAINT sources_pkey PRIMARY KEY (id);
ALTER TABLE sources_texts ADD CONSTRAINT sources_texts_parent_fk FOREIGN KEY (parent_id) REFERENCES sources(id) ON DELETE CASCADE;
ALTER TABLE sources_texts ADD CONSTRAINT sources_texts_pkey PRIMARY KEY (id);
ALTER TABLE unrecorded ADD CONSTRAINT unrecorded_pkey PRIMARY KEY (place, "row");
ALTER TABLE used_tokens ADD CONSTRAINT used_tokens_pkey PRIMARY KEY (token);
ALTER TABLE used_tokens ADD CONSTRAINT used_tokens_token_check CHECK ((char_length(token) <= 200));
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE users_rels ADD CONSTRAINT users_rels_desks_fk FOREIGN KEY (desks_id) REFERENCES desks(id) ON DELETE CASCADE;
ALTER TABLE users_rels ADD CONSTRAINT users_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE users_rels ADD CONSTRAINT users_rels_pkey PRIMARY KEY (id);
ALTER TABLE users_sessions ADD CONSTRAINT users_sessions_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE users_sessions ADD CONSTRAINT users_sessions_pkey PRIMARY KEY (id);
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_event_check CHECK ((event = ANY (ARRAY['published'::text, 'updated'::text, 'removed'::text])));
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (id);
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_release_fkey FOREIGN KEY (release) REFERENCES delivery.releases(id);
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_sequence_key UNIQUE (sequence);
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'dead'::text])));
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_webhook_fkey FOREIGN KEY (webhook) REFERENCES webhooks(id) ON DELETE CASCADE;
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_webhook_release_key UNIQUE (webhook, release);
ALTER TABLE webhook_secrets ADD CONSTRAINT webhook_secrets_pkey PRIMARY KEY (id);
ALTER TABLE webhook_secrets ADD CONSTRAINT webhook_secrets_webhook_fkey FOREIGN KEY (webhook) REFERENCES webhooks(id) ON DELETE CASCADE;
ALTER TABLE webhooks ADD CONSTRAINT webhooks_pkey PRIMARY KEY (id);
ALTER TABLE webhooks ADD CONSTRAINT webhooks_site_fkey FOREIGN KEY (site) REFERENCES sites(id) ON DELETE CASCADE;
ALTER TABLE workflow_anchored_events ADD CONSTRAINT workflow_anchored_events_anchor_fkey FOREIGN KEY (anchor) REFERENCES workflow_anchors(number);
ALTER TABLE workflow_anchored_events ADD CONSTRAINT workflow_anchored_events_pkey PRIMARY KEY (sequence);
ALTER TABLE workflow_anchors ADD CONSTRAINT workflow_anchors_of_the_feed CHECK (((feed_position IS NULL) = (feed_hash IS NULL)));
ALTER TABLE workflow_anchors ADD CONSTRAINT workflow_anchors_pkey PRIMARY KEY (number);
ALTER TABLE workflow_approvals ADD CONSTRAINT workflow_approvals_pkey PRIMARY KEY (id);
ALTER TABLE workflow_assignments ADD CONSTRAINT workflow_assignments_pkey PRIMARY KEY (document);
ALTER TABLE workflow_chains ADD CONSTRAINT workflow_chains_pkey PRIMARY KEY (chain);
ALTER TABLE workflow_claims ADD CONSTRAINT workflow_claims_pkey PRIMARY KEY (document);
ALTER TABLE workflow_comments ADD CONSTRAINT workflow_comments_link_fkey FOREIGN KEY (link) REFERENCES expert_links(id);
ALTER TABLE workflow_comments ADD CONSTRAINT workflow_comments_parent_fkey FOREIGN KEY (parent) REFERENCES workflow_comments(id);
ALTER TABLE workflow_comments ADD CONSTRAINT workflow_comments_pkey PRIMARY KEY (id);
ALTER TABLE workflow_delegations ADD CONSTRAINT workflow_delegations_check CHECK ((ends_at > starts_at));
ALTER TABLE workflow_delegations ADD CONSTRAINT workflow_delegations_pkey PRIMARY KEY (id);
ALTER TABLE workflow_events ADD CONSTRAINT workflow_events_pkey PRIMARY KEY (id);
ALTER TABLE workflow_plans ADD CONSTRAINT workflow_plans_action_check CHECK ((action = ANY (ARRAY['publish'::text, 'unpublish'::text])));
ALTER TABLE workflow_plans ADD CONSTRAINT workflow_plans_check CHECK (((then_unpublish_at IS NULL) OR (action = 'publish'::text)));
ALTER TABLE workflow_plans ADD CONSTRAINT workflow_plans_pkey PRIMARY KEY (id);
ALTER TABLE workflow_plans ADD CONSTRAINT workflow_plans_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'done'::text, 'failed'::text, 'cancelled'::text])));
ALTER TABLE workflow_proofs ADD CONSTRAINT workflow_proofs_is_only_check CHECK (is_only);
ALTER TABLE workflow_proofs ADD CONSTRAINT workflow_proofs_pkey PRIMARY KEY (is_only);
ALTER TABLE workflow_revocations ADD CONSTRAINT workflow_revocations_approval_key UNIQUE (approval);
ALTER TABLE workflow_revocations ADD CONSTRAINT workflow_revocations_pkey PRIMARY KEY (id);
ALTER TABLE workflow_settings ADD CONSTRAINT workflow_settings_pkey PRIMARY KEY (id);
ALTER TABLE workflow_settings_rels ADD CONSTRAINT workflow_settings_rels_desks_fk FOREIGN KEY (desks_id) REFERENCES desks(id) ON DELETE CASCADE;
ALTER TABLE workflow_settings_rels ADD CONSTRAINT workflow_settings_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES workflow_settings(id) ON DELETE CASCADE;
ALTER TABLE workflow_settings_rels ADD CONSTRAINT workflow_settings_rels_pkey PRIMARY KEY (id);
ALTER TABLE workflow_settings_rels ADD CONSTRAINT workflow_settings_rels_users_fk FOREIGN KEY (users_id) REFERENCES users(id) ON DELETE CASCADE;
ALTER TABLE workflow_sign_offs ADD CONSTRAINT workflow_sign_offs_kind_check CHECK ((kind = ANY (ARRAY['expertise'::text, 'language'::text, 'legal'::text])));
ALTER TABLE workflow_sign_offs ADD CONSTRAINT workflow_sign_offs_pkey PRIMARY KEY (id);
ALTER TABLE workflow_stage_times ADD CONSTRAINT workflow_stage_times_pkey PRIMARY KEY (id);
ALTER TABLE workflow_states ADD CONSTRAINT workflow_states_pkey PRIMARY KEY (id);
ALTER TABLE workflow_text_writers ADD CONSTRAINT workflow_text_writers_pkey PRIMARY KEY (document, digest, person);
ALTER TABLE workflow_texts ADD CONSTRAINT workflow_texts_pkey PRIMARY KEY (document, digest);
ALTER TABLE workflow_trash ADD CONSTRAINT workflow_trash_pkey PRIMARY KEY (document);

-- indexes

CREATE INDEX _career_profiles_v_autosave_idx ON public._career_profiles_v USING btree (autosave);
CREATE INDEX _career_profiles_v_created_at_idx ON public._career_profiles_v USING btree (created_at);
CREATE INDEX _career_profiles_v_latest_idx ON public._career_profiles_v USING btree (latest);
CREATE INDEX _career_profiles_v_parent_idx ON public._career_profiles_v USING btree (parent_id);
CREATE INDEX _career_profiles_v_rels_order_idx ON public._career_profiles_v_rels USING btree ("order");
CREATE INDEX _career_profiles_v_rels_parent_idx ON public._career_profiles_v_rels USING btree (parent_id);
CREATE INDEX _career_profiles_v_rels_path_idx ON public._career_profiles_v_rels USING btree (path);
CREATE INDEX _career_profiles_v_rels_sites_id_idx ON public._career_profiles_v_rels USING btree (sites_id);
CREATE INDEX _career_profiles_v_rels_sources_id_idx ON public._career_profiles_v_rels USING btree (sources_id);
CREATE INDEX _career_profiles_v_updated_at_idx ON public._career_profiles_v USING btree (updated_at);
CREATE INDEX _career_profiles_v_version_career_path_order_idx ON public._career_profiles_v_version_career_path USING btree (_order);
CREATE INDEX _career_profiles_v_version_career_path_parent_id_idx ON public._career_profiles_v_version_career_path USING btree (_parent_id);
CREATE INDEX _career_profiles_v_version_day_in_the_life_order_idx ON public._career_profiles_v_version_day_in_the_life USING btree (_order);
CREATE INDEX _career_profiles_v_version_day_in_the_life_parent_id_idx ON public._career_profiles_v_version_day_in_the_life USING btree (_parent_id);
CREATE INDEX _career_profiles_v_version_entry_routes_order_idx ON public._career_profiles_v_version_entry_routes USING btree (_order);
CREATE INDEX _career_profiles_v_version_entry_routes_parent_id_idx ON public._career_profiles_v_version_entry_routes USING btree (_parent_id);
CREATE INDEX _career_profiles_v_version_faq_order_idx ON public._career_profiles_v_version_faq USING btree (_order);
CREATE INDEX _career_profiles_v_version_faq_parent_id_idx ON public._career_profiles_v_version_faq USING btree (_parent_id);
CREATE INDEX _career_profiles_v_version_media_file_idx ON public._career_profiles_v_version_media USING btree (file_id);
CREATE INDEX _career_profiles_v_version_media_order_idx ON public._career_profiles_v_version_media USING btree (_order);
CREATE INDEX _career_profiles_v_version_media_parent_id_idx ON public._career_profiles_v_version_media USING btree (_parent_id);
CREATE INDEX _career_profiles_v_version_related_professions_order_idx ON public._career_profiles_v_version_related_professions USING btree (_order);
CREATE INDEX _career_profiles_v_version_related_professions_parent_id_idx ON public._career_profiles_v_version_related_professions USING btree (_parent_id);
CREATE INDEX _career_profiles_v_version_related_professions_professio_idx ON public._career_profiles_v_version_related_professions USING btree (profession_id);
CREATE INDEX _career_profiles_v_version_salary_figures_order_idx ON public._career_profiles_v_version_salary_figures USING btree (_order);
CREATE INDEX _career_profiles_v_version_salary_figures_parent_id_idx ON public._career_profiles_v_version_salary_figures USING btree (_parent_id);
CREATE INDEX _career_profiles_v_version_salary_figures_region_idx ON public._career_profiles_v_version_salary_figures USING btree (region_id);
CREATE INDEX _career_profiles_v_version_salary_figures_source_idx ON public._career_profiles_v_version_salary_figures USING btree (source_id);
CREATE INDEX _career_profiles_v_version_sections_order_idx ON public._career_profiles_v_version_sections USING btree (_order);
CREATE INDEX _career_profiles_v_version_sections_parent_id_idx ON public._career_profiles_v_version_sections USING btree (_parent_id);
CREATE INDEX _career_profiles_v_version_skills_order_idx ON public._career_profiles_v_version_skills USING btree (_order);
CREATE INDEX _career_profiles_v_version_skills_parent_id_idx ON public._career_profiles_v_version_skills USING btree (_parent_id);
CREATE INDEX _career_profiles_v_version_statistics_order_idx ON public._career_profiles_v_version_statistics USING btree (_order);
CREATE INDEX _career_profiles_v_version_statistics_parent_id_idx ON public._career_profiles_v_version_statistics USING btree (_parent_id);
CREATE INDEX _career_profiles_v_version_statistics_region_idx ON public._career_profiles_v_version_statistics USING btree (region_id);
CREATE INDEX _career_profiles_v_version_statistics_source_idx ON public._career_profiles_v_version_statistics USING btree (source_id);
CREATE INDEX _career_profiles_v_version_version__status_idx ON public._career_profiles_v USING btree (version__status);
CREATE INDEX _career_profiles_v_version_version_author_idx ON public._career_profiles_v USING btree (version_author_id);
CREATE INDEX _career_profiles_v_version_version_created_at_idx ON public._career_profiles_v USING btree (version_created_at);
CREATE INDEX _career_profiles_v_version_version_digest_idx ON public._career_profiles_v USING btree (version_digest);
CREATE INDEX _career_profiles_v_version_version_profession_idx ON public._career_profiles_v USING btree (version_profession_id);
CREATE INDEX _career_profiles_v_version_version_updated_at_idx ON public._career_profiles_v USING btree (version_updated_at);
CREATE INDEX _career_profiles_v_version_video_version_video_poster_idx ON public._career_profiles_v USING btree (version_video_poster_id);
CREATE INDEX _career_profiles_v_version_voices_order_idx ON public._career_profiles_v_version_voices USING btree (_order);
CREATE INDEX _career_profiles_v_version_voices_parent_id_idx ON public._career_profiles_v_version_voices USING btree (_parent_id);
CREATE INDEX _regional_sections_v_autosave_idx ON public._regional_sections_v USING btree (autosave);
CREATE INDEX _regional_sections_v_created_at_idx ON public._regional_sections_v USING btree (created_at);
CREATE INDEX _regional_sections_v_latest_idx ON public._regional_sections_v USING btree (latest);
CREATE INDEX _regional_sections_v_parent_idx ON public._regional_sections_v USING btree (parent_id);
CREATE INDEX _regional_sections_v_rels_order_idx ON public._regional_sections_v_rels USING btree ("order");
CREATE INDEX _regional_sections_v_rels_parent_idx ON public._regional_sections_v_rels USING btree (parent_id);
CREATE INDEX _regional_sections_v_rels_path_idx ON public._regional_sections_v_rels USING btree (path);
CREATE INDEX _regional_sections_v_rels_sites_id_idx ON public._regional_sections_v_rels USING btree (sites_id);
CREATE INDEX _regional_sections_v_rels_sources_id_idx ON public._regional_sections_v_rels USING btree (sources_id);
CREATE INDEX _regional_sections_v_updated_at_idx ON public._regional_sections_v USING btree (updated_at);
CREATE INDEX _regional_sections_v_version_career_path_order_idx ON public._regional_sections_v_version_career_path USING btree (_order);
CREATE INDEX _regional_sections_v_version_career_path_parent_id_idx ON public._regional_sections_v_version_career_path USING btree (_parent_id);
CREATE INDEX _regional_sections_v_version_day_in_the_life_order_idx ON public._regional_sections_v_version_day_in_the_life USING btree (_order);
CREATE INDEX _regional_sections_v_version_day_in_the_life_parent_id_idx ON public._regional_sections_v_version_day_in_the_life USING btree (_parent_id);
CREATE INDEX _regional_sections_v_version_entry_routes_order_idx ON public._regional_sections_v_version_entry_routes USING btree (_order);
CREATE INDEX _regional_sections_v_version_entry_routes_parent_id_idx ON public._regional_sections_v_version_entry_routes USING btree (_parent_id);
CREATE INDEX _regional_sections_v_version_faq_order_idx ON public._regional_sections_v_version_faq USING btree (_order);
CREATE INDEX _regional_sections_v_version_faq_parent_id_idx ON public._regional_sections_v_version_faq USING btree (_parent_id);
CREATE INDEX _regional_sections_v_version_media_file_idx ON public._regional_sections_v_version_media USING btree (file_id);
CREATE INDEX _regional_sections_v_version_media_order_idx ON public._regional_sections_v_version_media USING btree (_order);
CREATE INDEX _regional_sections_v_version_media_parent_id_idx ON public._regional_sections_v_version_media USING btree (_parent_id);
CREATE INDEX _regional_sections_v_version_related_professions_order_idx ON public._regional_sections_v_version_related_professions USING btree (_order);
CREATE INDEX _regional_sections_v_version_related_professions_parent_id_idx ON public._regional_sections_v_version_related_professions USING btree (_parent_id);
CREATE INDEX _regional_sections_v_version_related_professions_profess_idx ON public._regional_sections_v_version_related_professions USING btree (profession_id);
CREATE INDEX _regional_sections_v_version_salary_figures_order_idx ON public._regional_sections_v_version_salary_figures USING btree (_order);
CREATE INDEX _regional_sections_v_version_salary_figures_parent_id_idx ON public._regional_sections_v_version_salary_figures USING btree (_parent_id);
CREATE INDEX _regional_sections_v_version_salary_figures_region_idx ON public._regional_sections_v_version_salary_figures USING btree (region_id);
CREATE INDEX _regional_sections_v_version_salary_figures_source_idx ON public._regional_sections_v_version_salary_figures USING btree (source_id);
CREATE INDEX _regional_sections_v_version_sections_order_idx ON public._regional_sections_v_version_sections USING btree (_order);
CREATE INDEX _regional_sections_v_version_sections_parent_id_idx ON public._regional_sections_v_version_sections USING btree (_parent_id);
CREATE INDEX _regional_sections_v_version_skills_order_idx ON public._regional_sections_v_version_skills USING btree (_order);
CREATE INDEX _regional_sections_v_version_skills_parent_id_idx ON public._regional_sections_v_version_skills USING btree (_parent_id);
CREATE INDEX _regional_sections_v_version_statistics_order_idx ON public._regional_sections_v_version_statistics USING btree (_order);
CREATE INDEX _regional_sections_v_version_statistics_parent_id_idx ON public._regional_sections_v_version_statistics USING btree (_parent_id);
CREATE INDEX _regional_sections_v_version_statistics_region_idx ON public._regional_sections_v_version_statistics USING btree (region_id);
CREATE INDEX _regional_sections_v_version_statistics_source_idx ON public._regional_sections_v_version_statistics USING btree (source_id);
CREATE INDEX _regional_sections_v_version_version__status_idx ON public._regional_sections_v USING btree (version__status);
CREATE INDEX _regional_sections_v_version_version_author_idx ON public._regional_sections_v USING btree (version_author_id);
CREATE INDEX _regional_sections_v_version_version_created_at_idx ON public._regional_sections_v USING btree (version_created_at);
CREATE INDEX _regional_sections_v_version_version_digest_idx ON public._regional_sections_v USING btree (version_digest);
CREATE INDEX _regional_sections_v_version_version_profession_idx ON public._regional_sections_v USING btree (version_profession_id);
CREATE INDEX _regional_sections_v_version_version_region_idx ON public._regional_sections_v USING btree (version_region_id);
CREATE INDEX _regional_sections_v_version_version_updated_at_idx ON public._regional_sections_v USING btree (version_updated_at);
CREATE INDEX _regional_sections_v_version_video_version_video_poster_idx ON public._regional_sections_v USING btree (version_video_poster_id);
CREATE INDEX _regional_sections_v_version_voices_order_idx ON public._regional_sections_v_version_voices USING btree (_order);
CREATE INDEX _regional_sections_v_version_voices_parent_id_idx ON public._regional_sections_v_version_voices USING btree (_parent_id);
CREATE INDEX account_mails_due ON public.account_mails USING btree (next_attempt_at);
CREATE INDEX account_mails_person ON public.account_mails USING btree (person);
CREATE INDEX audit_faults_open ON public.audit_faults USING btree (last_seen_at) WHERE (gone_at IS NULL);
CREATE INDEX career_profiles__status_idx ON public.career_profiles USING btree (_status);
CREATE INDEX career_profiles_author_idx ON public.career_profiles USING btree (author_id);
CREATE INDEX career_profiles_career_path_order_idx ON public.career_profiles_career_path USING btree (_order);
CREATE INDEX career_profiles_career_path_parent_id_idx ON public.career_profiles_career_path USING btree (_parent_id);
CREATE INDEX career_profiles_created_at_idx ON public.career_profiles USING btree (created_at);
CREATE INDEX career_profiles_day_in_the_life_order_idx ON public.career_profiles_day_in_the_life USING btree (_order);
CREATE INDEX career_profiles_day_in_the_life_parent_id_idx ON public.career_profiles_day_in_the_life USING btree (_parent_id);
CREATE INDEX career_profiles_digest_idx ON public.career_profiles USING btree (digest);
CREATE INDEX career_profiles_entry_routes_order_idx ON public.career_profiles_entry_routes USING btree (_order);
CREATE INDEX career_profiles_entry_routes_parent_id_idx ON public.career_profiles_entry_routes USING btree (_parent_id);
CREATE INDEX career_profiles_faq_order_idx ON public.career_profiles_faq USING btree (_order);
CREATE INDEX career_profiles_faq_parent_id_idx ON public.career_profiles_faq USING btree (_parent_id);
CREATE INDEX career_profiles_media_file_idx ON public.career_profiles_media USING btree (file_id);
CREATE INDEX career_profiles_media_order_idx ON public.career_profiles_media USING btree (_order);
CREATE INDEX career_profiles_media_parent_id_idx ON public.career_profiles_media USING btree (_parent_id);
CREATE INDEX career_profiles_related_professions_order_idx ON public.career_profiles_related_professions USING btree (_order);
CREATE INDEX career_profiles_related_professions_parent_id_idx ON public.career_profiles_related_professions USING btree (_parent_id);
CREATE INDEX career_profiles_related_professions_profession_idx ON public.career_profiles_related_professions USING btree (profession_id);
CREATE INDEX career_profiles_rels_order_idx ON public.career_profiles_rels USING btree ("order");
CREATE INDEX career_profiles_rels_parent_idx ON public.career_profiles_rels USING btree (parent_id);
CREATE INDEX career_profiles_rels_path_idx ON public.career_profiles_rels USING btree (path);
CREATE INDEX career_profiles_rels_sites_id_idx ON public.career_profiles_rels USING btree (sites_id);
CREATE INDEX career_profiles_rels_sources_id_idx ON public.career_profiles_rels USING btree (sources_id);
CREATE INDEX career_profiles_salary_figures_order_idx ON public.career_profiles_salary_figures USING btree (_order);
CREATE INDEX career_profiles_salary_figures_parent_id_idx ON public.career_profiles_salary_figures USING btree (_parent_id);
CREATE INDEX career_profiles_salary_figures_region_idx ON public.career_profiles_salary_figures USING btree (region_id);
CREATE INDEX career_profiles_salary_figures_source_idx ON public.career_profiles_salary_figures USING btree (source_id);
CREATE INDEX career_profiles_sections_order_idx ON public.career_profiles_sections USING btree (_order);
CREATE INDEX career_profiles_sections_parent_id_idx ON public.career_profiles_sections USING btree (_parent_id);
CREATE INDEX career_profiles_skills_order_idx ON public.career_profiles_skills USING btree (_order);
CREATE INDEX career_profiles_skills_parent_id_idx ON public.career_profiles_skills USING btree (_parent_id);
CREATE INDEX career_profiles_statistics_order_idx ON public.career_profiles_statistics USING btree (_order);
CREATE INDEX career_profiles_statistics_parent_id_idx ON public.career_profiles_statistics USING btree (_parent_id);
CREATE INDEX career_profiles_statistics_region_idx ON public.career_profiles_statistics USING btree (region_id);
CREATE INDEX career_profiles_statistics_source_idx ON public.career_profiles_statistics USING btree (source_id);
CREATE INDEX career_profiles_updated_at_idx ON public.career_profiles USING btree (updated_at);
CREATE INDEX career_profiles_video_video_poster_idx ON public.career_profiles USING btree (video_poster_id);
CREATE INDEX career_profiles_voices_order_idx ON public.career_profiles_voices USING btree (_order);
CREATE INDEX career_profiles_voices_parent_id_idx ON public.career_profiles_voices USING btree (_parent_id);
CREATE INDEX desks_created_at_idx ON public.desks USING btree (created_at);
CREATE INDEX desks_rels_order_idx ON public.desks_rels USING btree ("order");
CREATE INDEX desks_rels_parent_idx ON public.desks_rels USING btree (parent_id);
CREATE INDEX desks_rels_path_idx ON public.desks_rels USING btree (path);
CREATE INDEX desks_rels_professions_id_idx ON public.desks_rels USING btree (professions_id);
CREATE INDEX desks_rels_regions_id_idx ON public.desks_rels USING btree (regions_id);
CREATE INDEX desks_updated_at_idx ON public.desks USING btree (updated_at);
CREATE INDEX documents_changed_at ON delivery.documents USING btree (changed_at);
CREATE INDEX documents_kldb ON delivery.documents USING btree (kldb text_pattern_ops);
CREATE INDEX documents_land ON delivery.documents USING btree (land, profession_slug, region_slug);
CREATE INDEX documents_lapses_after ON delivery.documents USING btree (lapses_after) WHERE (lapses_after IS NOT NULL);
CREATE INDEX documents_lexicon ON delivery.documents USING btree (id) WHERE (NOT is_in_lexicon);
CREATE INDEX documents_media ON delivery.documents USING gin (media);
CREATE INDEX documents_named_professions ON delivery.documents USING gin (named_professions);
CREATE INDEX documents_named_regions ON delivery.documents USING gin (named_regions);
CREATE INDEX documents_pending ON delivery.documents USING btree (id) WHERE ((content #>> '{receipt,log,signature}'::text[]) = 'pending'::text);
CREATE INDEX documents_region ON delivery.documents USING btree (region, profession_slug, region_slug);
CREATE INDEX documents_search ON delivery.documents USING gin (search);
CREATE INDEX documents_shape ON delivery.documents USING btree (shape);
CREATE INDEX documents_sites ON delivery.documents USING gin (sites);
CREATE INDEX documents_sources ON delivery.documents USING gin (sources);
CREATE INDEX employers_created_at_idx ON public.employers USING btree (created_at);
CREATE INDEX employers_rels_order_idx ON public.employers_rels USING btree ("order");
CREATE INDEX employers_rels_parent_idx ON public.employers_rels USING btree (parent_id);
CREATE INDEX employers_rels_path_idx ON public.employers_rels USING btree (path);
CREATE INDEX employers_rels_regions_id_idx ON public.employers_rels USING btree (regions_id);
CREATE INDEX employers_texts_order_parent ON public.employers_texts USING btree ("order", parent_id);
CREATE INDEX employers_updated_at_idx ON public.employers USING btree (updated_at);
CREATE INDEX erasures_asked ON public.erasures USING btree (asked_at DESC, id);
CREATE INDEX expert_links_document ON public.expert_links USING btree (document, created_at);
CREATE INDEX expert_opinions_document ON public.expert_opinions USING btree (document, created_at);
CREATE INDEX import_runs_created_at_idx ON public.import_runs USING btree (created_at);
CREATE INDEX import_runs_started_by_idx ON public.import_runs USING btree (started_by_id);
CREATE INDEX import_runs_updated_at_idx ON public.import_runs USING btree (updated_at);
CREATE INDEX job_feeds_created_at_idx ON public.job_feeds USING btree (created_at);
CREATE INDEX job_feeds_employer_idx ON public.job_feeds USING btree (employer_id);
CREATE INDEX job_feeds_updated_at_idx ON public.job_feeds USING btree (updated_at);
CREATE INDEX job_references_created_at_idx ON public.job_references USING btree (created_at);
CREATE INDEX job_references_employer_idx ON public.job_references USING btree (employer_id);
CREATE INDEX job_references_employment_type_order_idx ON public.job_references_employment_type USING btree ("order");
CREATE INDEX job_references_employment_type_parent_idx ON public.job_references_employment_type USING btree (parent_id);
CREATE INDEX job_references_feed_idx ON public.job_references USING btree (feed_id);
CREATE INDEX job_references_pair_posted ON public.job_references USING btree (profession_id, region_id, date_posted DESC, id DESC);
CREATE INDEX job_references_posted ON public.job_references USING btree (date_posted DESC, id DESC);
CREATE INDEX job_references_profession_idx ON public.job_references USING btree (profession_id);
CREATE INDEX job_references_profession_posted ON public.job_references USING btree (profession_id, date_posted DESC, id DESC);
CREATE INDEX job_references_region_idx ON public.job_references USING btree (region_id);
CREATE INDEX job_references_region_posted ON public.job_references USING btree (region_id, date_posted DESC, id DESC);
CREATE INDEX job_references_updated_at_idx ON public.job_references USING btree (updated_at);
CREATE INDEX job_references_valid_through_idx ON public.job_references USING btree (valid_through);
CREATE INDEX lexicon_similarity ON delivery.lexicon USING gin (word gin_trgm_ops);
CREATE INDEX log_leaves_document ON public.log_leaves USING btree (document, id);
CREATE INDEX log_leaves_unsigned ON public.log_leaves USING btree (id) WHERE (signature IS NULL);
CREATE INDEX media_created_at_idx ON public.media USING btree (created_at);
CREATE INDEX media_updated_at_idx ON public.media USING btree (updated_at);
CREATE INDEX media_uploaded_by_idx ON public.media USING btree (uploaded_by_id);
CREATE INDEX newsroom_texts_author ON public.newsroom_texts USING btree (author, stage);
CREATE INDEX newsroom_texts_changed ON public.newsroom_texts USING btree (changed_at, document);
CREATE INDEX newsroom_texts_due ON public.newsroom_texts USING btree (due_at, document) WHERE (due_at IS NOT NULL);
CREATE INDEX newsroom_texts_live ON public.newsroom_texts USING btree (live_at, document) WHERE (live_at IS NOT NULL);
CREATE INDEX newsroom_texts_planned ON public.newsroom_texts USING btree (stage_since, document) WHERE is_planned;
CREATE INDEX newsroom_texts_planned_changed ON public.newsroom_texts USING btree (changed_at, document) WHERE is_planned;
CREATE INDEX newsroom_texts_profession ON public.newsroom_texts USING btree (profession, region);
CREATE INDEX newsroom_texts_region ON public.newsroom_texts USING btree (region);
CREATE INDEX newsroom_texts_reviewer ON public.newsroom_texts USING btree (reviewer, stage) WHERE (reviewer IS NOT NULL);
CREATE INDEX newsroom_texts_stage ON public.newsroom_texts USING btree (stage, stage_since, document);
CREATE INDEX newsroom_texts_stage_changed ON public.newsroom_texts USING btree (stage, changed_at, document);
CREATE INDEX newsroom_texts_title ON public.newsroom_texts USING btree (title, document);
CREATE INDEX newsroom_texts_title_trigrams ON public.newsroom_texts USING gin (title gin_trgm_ops);
CREATE INDEX newsroom_texts_writer ON public.newsroom_texts USING btree (writer, stage) WHERE (writer IS NOT NULL);
CREATE INDEX notification_mails_due ON public.notification_mails USING btree (mode, next_attempt_at) WHERE (status = 'pending'::text);
CREATE INDEX notification_mails_waiting ON public.notification_mails USING btree (person) WHERE (status = 'pending'::text);
CREATE INDEX notifications_person ON public.notifications USING btree (person, sequence);
CREATE INDEX notifications_unread ON public.notifications USING btree (person, sequence) WHERE (read_at IS NULL);
CREATE INDEX passkeys_person ON public.passkeys USING btree (person);
CREATE INDEX payload_locked_documents_created_at_idx ON public.payload_locked_documents USING btree (created_at);
CREATE INDEX payload_locked_documents_global_slug_idx ON public.payload_locked_documents USING btree (global_slug);
CREATE INDEX payload_locked_documents_rels_career_profiles_id_idx ON public.payload_locked_documents_rels USING btree (career_profiles_id);
CREATE INDEX payload_locked_documents_rels_desks_id_idx ON public.payload_locked_documents_rels USING btree (desks_id);
CREATE INDEX payload_locked_documents_rels_employers_id_idx ON public.payload_locked_documents_rels USING btree (employers_id);
CREATE INDEX payload_locked_documents_rels_job_feeds_id_idx ON public.payload_locked_documents_rels USING btree (job_feeds_id);
CREATE INDEX payload_locked_documents_rels_job_references_id_idx ON public.payload_locked_documents_rels USING btree (job_references_id);
CREATE INDEX payload_locked_documents_rels_media_id_idx ON public.payload_locked_documents_rels USING btree (media_id);
CREATE INDEX payload_locked_documents_rels_order_idx ON public.payload_locked_documents_rels USING btree ("order");
CREATE INDEX payload_locked_documents_rels_parent_idx ON public.payload_locked_documents_rels USING btree (parent_id);
CREATE INDEX payload_locked_documents_rels_path_idx ON public.payload_locked_documents_rels USING btree (path);
CREATE INDEX payload_locked_documents_rels_professions_id_idx ON public.payload_locked_documents_rels USING btree (professions_id);
CREATE INDEX payload_locked_documents_rels_regional_sections_id_idx ON public.payload_locked_documents_rels USING btree (regional_sections_id);
CREATE INDEX payload_locked_documents_rels_regions_id_idx ON public.payload_locked_documents_rels USING btree (regions_id);
CREATE INDEX payload_locked_documents_rels_sites_id_idx ON public.payload_locked_documents_rels USING btree (sites_id);
CREATE INDEX payload_locked_documents_rels_sources_id_idx ON public.payload_locked_documents_rels USING btree (sources_id);
CREATE INDEX payload_locked_documents_rels_users_id_idx ON public.payload_locked_documents_rels USING btree (users_id);
CREATE INDEX payload_locked_documents_updated_at_idx ON public.payload_locked_documents USING btree (updated_at);
CREATE INDEX payload_migrations_created_at_idx ON public.payload_migrations USING btree (created_at);
CREATE INDEX payload_migrations_updated_at_idx ON public.payload_migrations USING btree (updated_at);
CREATE INDEX payload_preferences_created_at_idx ON public.payload_preferences USING btree (created_at);
CREATE INDEX payload_preferences_key_idx ON public.payload_preferences USING btree (key);
CREATE INDEX payload_preferences_rels_order_idx ON public.payload_preferences_rels USING btree ("order");
CREATE INDEX payload_preferences_rels_parent_idx ON public.payload_preferences_rels USING btree (parent_id);
CREATE INDEX payload_preferences_rels_path_idx ON public.payload_preferences_rels USING btree (path);
CREATE INDEX payload_preferences_rels_sites_id_idx ON public.payload_preferences_rels USING btree (sites_id);
CREATE INDEX payload_preferences_rels_users_id_idx ON public.payload_preferences_rels USING btree (users_id);
CREATE INDEX payload_preferences_updated_at_idx ON public.payload_preferences USING btree (updated_at);
CREATE INDEX portraits_fresh_until ON delivery.portraits USING btree (fresh_until);
CREATE INDEX portraits_profession ON delivery.portraits USING btree (profession, region);
CREATE INDEX preview_tokens_document ON public.preview_tokens USING btree (document);
CREATE INDEX preview_tokens_made_by ON public.preview_tokens USING btree (made_by);
CREATE INDEX profession_region_1_idx ON public.job_references USING btree (profession_id, region_id);
CREATE INDEX professions_created_at_idx ON public.professions USING btree (created_at);
CREATE INDEX professions_former_slugs ON delivery.professions USING gin (former_slugs);
CREATE INDEX professions_isco08_idx ON public.professions USING btree (isco08);
CREATE INDEX professions_kldb ON delivery.professions USING btree (kldb text_pattern_ops);
CREATE INDEX professions_kldb2010_idx ON public.professions USING btree (kldb2010);
CREATE INDEX professions_search ON delivery.professions USING gin (search);
CREATE INDEX professions_texts_order_parent ON public.professions_texts USING btree ("order", parent_id);
CREATE INDEX professions_updated_at_idx ON public.professions USING btree (updated_at);
CREATE INDEX provider_identities_person ON public.provider_identities USING btree (person);
CREATE INDEX provider_sessions_person ON public.provider_sessions USING btree (person);
CREATE INDEX provider_sessions_subject ON public.provider_sessions USING btree (issuer, subject);
CREATE INDEX provisioned_members_person ON public.provisioned_members USING btree (person);
CREATE INDEX provisioned_users_external ON public.provisioned_users USING btree (external_id);
CREATE INDEX redacted_rows_place ON public.redacted_rows USING btree (place, "row");
CREATE INDEX reference_proposals_proposed ON public.reference_proposals USING btree (proposed_at DESC, id);
CREATE INDEX regional_sections__status_idx ON public.regional_sections USING btree (_status);
CREATE INDEX regional_sections_author_idx ON public.regional_sections USING btree (author_id);
CREATE INDEX regional_sections_career_path_order_idx ON public.regional_sections_career_path USING btree (_order);
CREATE INDEX regional_sections_career_path_parent_id_idx ON public.regional_sections_career_path USING btree (_parent_id);
CREATE INDEX regional_sections_created_at_idx ON public.regional_sections USING btree (created_at);
CREATE INDEX regional_sections_day_in_the_life_order_idx ON public.regional_sections_day_in_the_life USING btree (_order);
CREATE INDEX regional_sections_day_in_the_life_parent_id_idx ON public.regional_sections_day_in_the_life USING btree (_parent_id);
CREATE INDEX regional_sections_digest_idx ON public.regional_sections USING btree (digest);
CREATE INDEX regional_sections_entry_routes_order_idx ON public.regional_sections_entry_routes USING btree (_order);
CREATE INDEX regional_sections_entry_routes_parent_id_idx ON public.regional_sections_entry_routes USING btree (_parent_id);
CREATE INDEX regional_sections_faq_order_idx ON public.regional_sections_faq USING btree (_order);
CREATE INDEX regional_sections_faq_parent_id_idx ON public.regional_sections_faq USING btree (_parent_id);
CREATE INDEX regional_sections_media_file_idx ON public.regional_sections_media USING btree (file_id);
CREATE INDEX regional_sections_media_order_idx ON public.regional_sections_media USING btree (_order);
CREATE INDEX regional_sections_media_parent_id_idx ON public.regional_sections_media USING btree (_parent_id);
CREATE INDEX regional_sections_profession_idx ON public.regional_sections USING btree (profession_id);
CREATE INDEX regional_sections_region_idx ON public.regional_sections USING btree (region_id);
CREATE INDEX regional_sections_related_professions_order_idx ON public.regional_sections_related_professions USING btree (_order);
CREATE INDEX regional_sections_related_professions_parent_id_idx ON public.regional_sections_related_professions USING btree (_parent_id);
CREATE INDEX regional_sections_related_professions_profession_idx ON public.regional_sections_related_professions USING btree (profession_id);
CREATE INDEX regional_sections_rels_order_idx ON public.regional_sections_rels USING btree ("order");
CREATE INDEX regional_sections_rels_parent_idx ON public.regional_sections_rels USING btree (parent_id);
CREATE INDEX regional_sections_rels_path_idx ON public.regional_sections_rels USING btree (path);
CREATE INDEX regional_sections_rels_sites_id_idx ON public.regional_sections_rels USING btree (sites_id);
CREATE INDEX regional_sections_rels_sources_id_idx ON public.regional_sections_rels USING btree (sources_id);
CREATE INDEX regional_sections_salary_figures_order_idx ON public.regional_sections_salary_figures USING btree (_order);
CREATE INDEX regional_sections_salary_figures_parent_id_idx ON public.regional_sections_salary_figures USING btree (_parent_id);
CREATE INDEX regional_sections_salary_figures_region_idx ON public.regional_sections_salary_figures USING btree (region_id);
CREATE INDEX regional_sections_salary_figures_source_idx ON public.regional_sections_salary_figures USING btree (source_id);
CREATE INDEX regional_sections_sections_order_idx ON public.regional_sections_sections USING btree (_order);
CREATE INDEX regional_sections_sections_parent_id_idx ON public.regional_sections_sections USING btree (_parent_id);
CREATE INDEX regional_sections_skills_order_idx ON public.regional_sections_skills USING btree (_order);
CREATE INDEX regional_sections_skills_parent_id_idx ON public.regional_sections_skills USING btree (_parent_id);
CREATE INDEX regional_sections_statistics_order_idx ON public.regional_sections_statistics USING btree (_order);
CREATE INDEX regional_sections_statistics_parent_id_idx ON public.regional_sections_statistics USING btree (_parent_id);
CREATE INDEX regional_sections_statistics_region_idx ON public.regional_sections_statistics USING btree (region_id);
CREATE INDEX regional_sections_statistics_source_idx ON public.regional_sections_statistics USING btree (source_id);
CREATE INDEX regional_sections_updated_at_idx ON public.regional_sections USING btree (updated_at);
CREATE INDEX regional_sections_video_video_poster_idx ON public.regional_sections USING btree (video_poster_id);
CREATE INDEX regional_sections_voices_order_idx ON public.regional_sections_voices USING btree (_order);
CREATE INDEX regional_sections_voices_parent_id_idx ON public.regional_sections_voices USING btree (_parent_id);
CREATE INDEX regions_created_at_idx ON public.regions USING btree (created_at);
CREATE INDEX regions_former_slugs ON delivery.regions USING gin (former_slugs);
CREATE INDEX regions_name_idx ON public.regions USING btree (name);
CREATE INDEX regions_neighbours ON delivery.regions USING gin (neighbours);
CREATE INDEX regions_parent_idx ON public.regions USING btree (parent_id);
CREATE INDEX regions_rels_order_idx ON public.regions_rels USING btree ("order");
CREATE INDEX regions_rels_parent_idx ON public.regions_rels USING btree (parent_id);
CREATE INDEX regions_rels_path_idx ON public.regions_rels USING btree (path);
CREATE INDEX regions_rels_regions_id_idx ON public.regions_rels USING btree (regions_id);
CREATE INDEX regions_search ON delivery.regions USING gin (search);
CREATE INDEX regions_texts_order_parent ON public.regions_texts USING btree ("order", parent_id);
CREATE INDEX regions_updated_at_idx ON public.regions USING btree (updated_at);
CREATE INDEX regions_within ON delivery.regions USING gin (within);
CREATE INDEX releases_counted ON delivery.releases USING btree (at) WHERE ((sites IS NULL) <> (sites_before IS NULL));
CREATE INDEX releases_document ON delivery.releases USING btree (document, id);
CREATE INDEX releases_pair ON delivery.releases USING btree (profession, region);
CREATE INDEX releases_sites ON delivery.releases USING gin (sites);
CREATE INDEX sign_in_attempts_last_at_idx ON public.sign_in_attempts USING btree (last_at);
CREATE INDEX sign_offs_of_profiles_cosmetic_order_idx ON public.sign_offs_of_profiles_cosmetic USING btree ("order");
CREATE INDEX sign_offs_of_profiles_cosmetic_parent_idx ON public.sign_offs_of_profiles_cosmetic USING btree (parent_id);
CREATE INDEX sign_offs_of_profiles_facts_order_idx ON public.sign_offs_of_profiles_facts USING btree ("order");
CREATE INDEX sign_offs_of_profiles_facts_parent_idx ON public.sign_offs_of_profiles_facts USING btree (parent_id);
CREATE INDEX sign_offs_of_profiles_text_order_idx ON public.sign_offs_of_profiles_text USING btree ("order");
CREATE INDEX sign_offs_of_profiles_text_parent_idx ON public.sign_offs_of_profiles_text USING btree (parent_id);
CREATE INDEX sign_offs_of_sections_cosmetic_order_idx ON public.sign_offs_of_sections_cosmetic USING btree ("order");
CREATE INDEX sign_offs_of_sections_cosmetic_parent_idx ON public.sign_offs_of_sections_cosmetic USING btree (parent_id);
CREATE INDEX sign_offs_of_sections_facts_order_idx ON public.sign_offs_of_sections_facts USING btree ("order");
CREATE INDEX sign_offs_of_sections_facts_parent_idx ON public.sign_offs_of_sections_facts USING btree (parent_id);
CREATE INDEX sign_offs_of_sections_text_order_idx ON public.sign_offs_of_sections_text USING btree ("order");
CREATE INDEX sign_offs_of_sections_text_parent_idx ON public.sign_offs_of_sections_text USING btree (parent_id);
CREATE INDEX sites_created_at_idx ON public.sites USING btree (created_at);
CREATE INDEX sites_keys_hash_idx ON public.sites_keys USING btree (hash);
CREATE INDEX sites_keys_order_idx ON public.sites_keys USING btree (_order);
CREATE INDEX sites_keys_parent_id_idx ON public.sites_keys USING btree (_parent_id);
CREATE INDEX sites_rels_order_idx ON public.sites_rels USING btree ("order");
CREATE INDEX sites_rels_parent_idx ON public.sites_rels USING btree (parent_id);
CREATE INDEX sites_rels_path_idx ON public.sites_rels USING btree (path);
CREATE INDEX sites_rels_professions_id_idx ON public.sites_rels USING btree (professions_id);
CREATE INDEX sites_rels_regions_id_idx ON public.sites_rels USING btree (regions_id);
CREATE INDEX sites_texts_order_parent ON public.sites_texts USING btree ("order", parent_id);
CREATE INDEX sites_updated_at_idx ON public.sites USING btree (updated_at);
CREATE INDEX sources_created_at_idx ON public.sources USING btree (created_at);
CREATE INDEX sources_texts_order_parent ON public.sources_texts USING btree ("order", parent_id);
CREATE INDEX sources_updated_at_idx ON public.sources USING btree (updated_at);
CREATE INDEX used_tokens_until ON public.used_tokens USING btree (until);
CREATE INDEX users_created_at_idx ON public.users USING btree (created_at);
CREATE INDEX users_deactivated_at_idx ON public.users USING btree (deactivated_at);
CREATE INDEX users_rels_desks_id_idx ON public.users_rels USING btree (desks_id);
CREATE INDEX users_rels_order_idx ON public.users_rels USING btree ("order");
CREATE INDEX users_rels_parent_idx ON public.users_rels USING btree (parent_id);
CREATE INDEX users_rels_path_idx ON public.users_rels USING btree (path);
CREATE INDEX users_sessions_order_idx ON public.users_sessions USING btree (_order);
CREATE INDEX users_sessions_parent_id_idx ON public.users_sessions USING btree (_parent_id);
CREATE INDEX users_updated_at_idx ON public.users USING btree (updated_at);
CREATE INDEX version_profession_version_region_idx ON public._regional_sections_v USING btree (version_profession_id, version_region_id);
CREATE INDEX webhook_deliveries_dead ON public.webhook_deliveries USING btree (webhook, sequence) WHERE (status = 'dead'::text);
CREATE INDEX webhook_deliveries_due ON public.webhook_deliveries USING btree (webhook, next_attempt_at, sequence) WHERE (status = 'pending'::text);
CREATE INDEX webhook_deliveries_leased ON public.webhook_deliveries USING btree (webhook, leased_until) WHERE (leased_until IS NOT NULL);
CREATE INDEX webhook_deliveries_listed ON public.webhook_deliveries USING btree (webhook, sequence);
CREATE INDEX webhook_deliveries_old ON public.webhook_deliveries USING btree (settled_at) WHERE (status = 'delivered'::text);
CREATE INDEX webhook_deliveries_waiting ON public.webhook_deliveries USING btree (webhook, document) WHERE (status = 'pending'::text);
CREATE INDEX webhook_secrets_webhook ON public.webhook_secrets USING btree (webhook);
CREATE INDEX webhooks_site ON public.webhooks USING btree (site, created_at);
CREATE INDEX workflow_anchored_events_anchor ON public.workflow_anchored_events USING btree (anchor, sequence);
CREATE INDEX workflow_approvals_created_at_idx ON public.workflow_approvals USING btree (created_at);
CREATE INDEX workflow_approvals_document_digest ON public.workflow_approvals USING btree (document, digest, round);
CREATE INDEX workflow_approvals_document_idx ON public.workflow_approvals USING btree (document);
CREATE INDEX workflow_approvals_updated_at_idx ON public.workflow_approvals USING btree (updated_at);
CREATE INDEX workflow_assignments_author ON public.workflow_assignments USING btree (author);
CREATE INDEX workflow_assignments_due ON public.workflow_assignments USING btree (due_at);
CREATE INDEX workflow_assignments_reviewer ON public.workflow_assignments USING btree (reviewer);
CREATE INDEX workflow_comments_document ON public.workflow_comments USING btree (document, created_at);
CREATE INDEX workflow_delegations_to ON public.workflow_delegations USING btree (to_person, ends_at);
CREATE INDEX workflow_events_actor_idx ON public.workflow_events USING btree (actor);
CREATE INDEX workflow_events_actor_sequence ON public.workflow_events USING btree (actor, sequence);
CREATE INDEX workflow_events_created_at_idx ON public.workflow_events USING btree (created_at);
CREATE INDEX workflow_events_deleted ON public.workflow_events USING btree (document) WHERE (((kind)::text = 'workflow'::text) AND ((transition)::text = 'delete'::text));
CREATE INDEX workflow_events_document_idx ON public.workflow_events USING btree (document);
CREATE INDEX workflow_events_document_sequence ON public.workflow_events USING btree (document, sequence DESC);
CREATE INDEX workflow_events_document_transaction ON public.workflow_events USING btree (document, transaction);
CREATE INDEX workflow_events_kind_idx ON public.workflow_events USING btree (kind);
CREATE INDEX workflow_events_sequence ON public.workflow_events USING btree (sequence);
CREATE INDEX workflow_events_updated_at_idx ON public.workflow_events USING btree (updated_at);
CREATE INDEX workflow_plans_document ON public.workflow_plans USING btree (document, created_at);
CREATE INDEX workflow_plans_due ON public.workflow_plans USING btree (due_at, id) WHERE (status = 'pending'::text);
CREATE INDEX workflow_revocations_document ON public.workflow_revocations USING btree (document);
CREATE INDEX workflow_settings_rels_desks_id_idx ON public.workflow_settings_rels USING btree (desks_id);
CREATE INDEX workflow_settings_rels_order_idx ON public.workflow_settings_rels USING btree ("order");
CREATE INDEX workflow_settings_rels_parent_idx ON public.workflow_settings_rels USING btree (parent_id);
CREATE INDEX workflow_settings_rels_path_idx ON public.workflow_settings_rels USING btree (path);
CREATE INDEX workflow_settings_rels_users_id_idx ON public.workflow_settings_rels USING btree (users_id);
CREATE INDEX workflow_sign_offs_document ON public.workflow_sign_offs USING btree (document, kind, digest);
CREATE INDEX workflow_stage_times_left ON public.workflow_stage_times USING btree (left_at, stage);
CREATE INDEX workflow_stage_times_open ON public.workflow_stage_times USING btree (document) WHERE (left_at IS NULL);
CREATE INDEX workflow_states_created_at_idx ON public.workflow_states USING btree (created_at);
CREATE INDEX workflow_states_document_collection_idx ON public.workflow_states USING btree (document_collection);
CREATE INDEX workflow_states_live_published_at_idx ON public.workflow_states USING btree (live_published_at);
CREATE INDEX workflow_states_stage_idx ON public.workflow_states USING btree (stage);
CREATE INDEX workflow_states_updated_at_idx ON public.workflow_states USING btree (updated_at);
CREATE INDEX workflow_trash_deleted_at ON public.workflow_trash USING btree (deleted_at);
CREATE INDEX workflow_trash_expires_at ON public.workflow_trash USING btree (expires_at);
CREATE UNIQUE INDEX "feed_externalId_idx" ON public.job_references USING btree (feed_id, external_id);
CREATE UNIQUE INDEX career_profiles_profession_idx ON public.career_profiles USING btree (profession_id);
CREATE UNIQUE INDEX database_functions_one ON public.database_functions USING btree ((true));
CREATE UNIQUE INDEX delivery_rebuilds_running ON public.delivery_rebuilds USING btree ((true)) WHERE (finished_at IS NULL);
CREATE UNIQUE INDEX desks_name_idx ON public.desks USING btree (name);
CREATE UNIQUE INDEX documents_address ON delivery.documents USING btree (profession_slug, region_slug);
CREATE UNIQUE INDEX employers_slug_idx ON public.employers USING btree (slug);
CREATE UNIQUE INDEX job_feeds_name_idx ON public.job_feeds USING btree (name);
CREATE UNIQUE INDEX media_filename_idx ON public.media USING btree (filename);
CREATE UNIQUE INDEX payload_kv_key_idx ON public.payload_kv USING btree (key);
CREATE UNIQUE INDEX profession_region_idx ON public.regional_sections USING btree (profession_id, region_id);
CREATE UNIQUE INDEX professions_name_idx ON public.professions USING btree (name);
CREATE UNIQUE INDEX professions_slug_idx ON public.professions USING btree (slug);
CREATE UNIQUE INDEX provisioned_users_name ON public.provisioned_users USING btree (lower(user_name));
CREATE UNIQUE INDEX reference_proposals_open ON public.reference_proposals USING btree (collection, entry) WHERE (status = 'open'::text);
CREATE UNIQUE INDEX regions_ags_idx ON public.regions USING btree (ags);
CREATE UNIQUE INDEX regions_ars_idx ON public.regions USING btree (ars);
CREATE UNIQUE INDEX regions_slug_idx ON public.regions USING btree (slug);
CREATE UNIQUE INDEX sites_name_idx ON public.sites USING btree (name);
CREATE UNIQUE INDEX sources_name_idx ON public.sources USING btree (name);
CREATE UNIQUE INDEX users_email_idx ON public.users USING btree (email);
CREATE UNIQUE INDEX webhook_secrets_current ON public.webhook_secrets USING btree (webhook) WHERE (ends_at IS NULL);
CREATE UNIQUE INDEX workflow_events_chain ON public.workflow_events USING btree (document_collection, document, "position");
CREATE UNIQUE INDEX workflow_plans_pending ON public.workflow_plans USING btree (document, action) WHERE (status = 'pending'::text);

-- views

CREATE VIEW delivery.jobs AS
 SELECT id,
    title,
    url,
    hiring_organization,
    profession_id AS profession,
    region_id AS region,
    city,
    postal_code,
    date_posted,
    valid_through,
    is_remote,
    updated_at,
    ARRAY( SELECT e.value::text AS value
           FROM job_references_employment_type e
          WHERE e.parent_id = j.id
          ORDER BY e."order") AS employment_types
   FROM job_references j;
CREATE VIEW delivery.last_comparison AS
 SELECT EXTRACT(epoch FROM clock_timestamp() - max(last_finished_at))::integer AS seconds
   FROM audit_sweeps;
CREATE VIEW delivery.log_entries AS
 SELECT index,
    entry
   FROM log_leaves
  WHERE index IS NOT NULL;
CREATE VIEW delivery.log_redactions AS
 SELECT l.entry AS of_entry,
    r.entry,
    r.salt,
    to_char((r.at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text) AS at
   FROM log_leaves l
     JOIN log_leaves r ON r.document = l.document AND r.id > l.id AND r.redacts = l.digest;
CREATE VIEW delivery.open_faults AS
 SELECT count(*)::integer AS count
   FROM audit_faults
  WHERE gone_at IS NULL;
CREATE VIEW delivery.site_keys AS
 SELECT hash,
    id,
    _parent_id AS site,
    expires_at
   FROM sites_keys
  WHERE hash IS NOT NULL;
CREATE VIEW delivery.sites AS
 SELECT id,
    name,
    ARRAY( SELECT t.text
           FROM sites_texts t
          WHERE t.parent_id = s.id AND t.path::text = 'origins'::text
          ORDER BY t."order") AS origins,
    ARRAY( SELECT r.regions_id
           FROM sites_rels r
          WHERE r.parent_id = s.id AND r.regions_id IS NOT NULL) AS regions,
    ARRAY( SELECT r.professions_id
           FROM sites_rels r
          WHERE r.parent_id = s.id AND r.professions_id IS NOT NULL) AS professions
   FROM sites s;

-- functions

CREATE OR REPLACE FUNCTION delivery.invalidate(tags text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  FOR start IN 1 .. coalesce(array_length(tags, 1), 0) BY 100 LOOP
    PERFORM pg_notify('delivery', array_to_json(tags[start : start + 99])::text);
  END LOOP;
END $function$;
CREATE OR REPLACE FUNCTION delivery.invalidate_sites()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM delivery.invalidate(ARRAY['sites']);
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION delivery.keep_releases()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.hash IS NULL AND (OLD.position IS NULL OR OLD.position = NEW.position)
     AND to_jsonb(NEW) - 'position' - 'hash' = to_jsonb(OLD) - 'position' - 'hash' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'delivery.releases is append-only' USING ERRCODE = 'insufficient_privilege';
END $function$;
CREATE OR REPLACE FUNCTION delivery.leave_unnumbered()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.position := NULL;
  NEW.hash := NULL;
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION delivery.lock_key(profession uuid)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT hashtextextended('delivery.profession:' || profession, 0)
$function$;
CREATE OR REPLACE FUNCTION delivery.note_key_use(used text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  INSERT INTO public.site_key_uses SELECT id, now() FROM public.sites_keys WHERE id = used
  ON CONFLICT (key) DO UPDATE SET used_at = EXCLUDED.used_at
    WHERE site_key_uses.used_at < now() - interval '1 min'
$function$;
CREATE OR REPLACE FUNCTION delivery.number_release()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  release delivery.releases%ROWTYPE;
  previous text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('delivery.releases'));
  SELECT * INTO release FROM delivery.releases WHERE id = NEW.id AND position IS NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT hash INTO previous FROM delivery.releases
    WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1;
  release.position := nextval('delivery.release_positions');
  UPDATE delivery.releases
    SET position = release.position, hash = delivery.release_hash(release, coalesce(previous, ''))
    WHERE id = NEW.id;
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION delivery.outdate_jobs()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE professions uuid[];
BEGIN
  SELECT array_agg(profession_id ORDER BY profession_id) INTO professions
    FROM (SELECT DISTINCT profession_id FROM jobs_changed WHERE profession_id IS NOT NULL) c;
  IF professions IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('delivery.reference', 0));
    PERFORM pg_advisory_xact_lock_shared(delivery.lock_key(p))
      FROM (SELECT p FROM unnest(professions) p ORDER BY p) ordered;
    PERFORM FROM (
      SELECT p.document FROM delivery.portraits p
      WHERE EXISTS (
        SELECT FROM jobs_changed j LEFT JOIN delivery.regions r ON r.id = j.region_id
        WHERE j.profession_id = p.profession AND (p.region IS NULL OR p.region = ANY (r.within)))
        AND p.profession = ANY (professions)
      ORDER BY p.document FOR UPDATE OF p) locked;
    UPDATE delivery.portraits p SET fresh_until = '-infinity'
      FROM (SELECT DISTINCT profession_id, region_id FROM jobs_changed) j
      LEFT JOIN delivery.regions r ON r.id = j.region_id
      WHERE j.profession_id = p.profession AND (p.region IS NULL OR p.region = ANY (r.within));
  END IF;
  PERFORM delivery.invalidate(ARRAY['jobs'] || ARRAY(SELECT 'jobs:' || p FROM unnest(professions) p));
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION delivery.preview(of_document uuid, of_digest text, of_token uuid DEFAULT NULL::uuid)
 RETURNS TABLE(profession uuid, region uuid, content json)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  SELECT t.profession, t.region, t.content FROM public.preview_texts t
  WHERE t.document = of_document AND t.digest = of_digest AND t.expires_at > now()
    AND CASE WHEN of_token IS NULL THEN t.has_older_tokens ELSE EXISTS (
      SELECT FROM public.preview_tokens k
      JOIN public.users u ON u.id::text = k.made_by AND u.deactivated_at IS NULL
      WHERE k.id = of_token AND k.document = of_document AND k.digest = of_digest
        AND k.expires_at > now() AND k.revoked_at IS NULL) END
$function$;
CREATE OR REPLACE FUNCTION delivery.release_hash(release delivery.releases, previous_hash text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
BEGIN
  RETURN encode(sha256(convert_to(
    public.workflow_netstring(previous_hash) || public.workflow_netstring(release.position::text)
    || public.workflow_netstring(release.id::text)
    || public.workflow_netstring(to_char(release.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || public.workflow_netstring(release.reason) || public.workflow_netstring(release.document::text)
    || public.workflow_netstring(release.collection) || public.workflow_netstring(release.profession::text)
    || public.workflow_netstring(release.region::text) || public.workflow_netstring(release.profession_slug)
    || public.workflow_netstring(release.region_slug) || public.workflow_netstring(release.digest)
    || public.workflow_netstring(release.sites::text) || public.workflow_netstring(release.sites_before::text),
    'UTF8')), 'hex');
END $function$;
CREATE OR REPLACE FUNCTION guard.ask_proof(of_table oid, proof text, VARIADIC parts text[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  owner CONSTANT oid := (SELECT relowner FROM pg_class WHERE oid = of_table);
BEGIN
  IF proof IS NULL AND pg_has_role(session_user, owner, 'MEMBER') THEN
    RETURN;
  END IF;
  IF proof IS NULL OR proof IS DISTINCT FROM guard.proof_of(VARIADIC parts) THEN
    RAISE EXCEPTION 'a row of % is added through the product: the proof is missing, or of another one',
      of_table::regclass USING ERRCODE = 'insufficient_privilege';
  END IF;
END $function$;
CREATE OR REPLACE FUNCTION guard.proof_of(VARIADIC parts text[])
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  SELECT encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to((
    SELECT string_agg(public.workflow_netstring(part), '' ORDER BY number)
    FROM unnest(parts) WITH ORDINALITY p(part, number)), 'UTF8'))), 'hex')
  FROM guard.keys k
$function$;
CREATE OR REPLACE FUNCTION guard.signer(person text, session text, OUT name text, OUT role text)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  SELECT u.name, u.role::text INTO name, role
    FROM public.users_sessions s JOIN public.users u ON u.id = s._parent_id
    WHERE s.id = session AND u.id::text = person
      AND s.expires_at > clock_timestamp() AND s.is_pending IS NOT TRUE AND u.deactivated_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only somebody who is signed in signs' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $function$;
CREATE OR REPLACE FUNCTION public.keep_desks()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF EXISTS (
    SELECT FROM users_rels JOIN users ON users.id = users_rels.parent_id
    WHERE desks_id = OLD.id AND deactivated_at IS NULL
  ) THEN
    RAISE EXCEPTION 'The desk "%" is somebody''s.', OLD.name USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN OLD;
END $function$;
CREATE OR REPLACE FUNCTION public.log_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $function$;
CREATE OR REPLACE FUNCTION public.log_ask_proof()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET bytea_output TO 'hex'
AS $function$
DECLARE
  written CONSTANT jsonb := to_jsonb(NEW);
BEGIN
  -- Its number is no word of anybody's.
  IF TG_OP = 'UPDATE' AND written - 'index' = to_jsonb(OLD) - 'index' THEN
    RETURN NEW;
  END IF;
  PERFORM guard.ask_proof(TG_RELID, NEW.proof, VARIADIC ARRAY[TG_ARGV[0]] || ARRAY(
    SELECT written ->> name FROM unnest(TG_ARGV) WITH ORDINALITY named(name, number)
    WHERE number > 1 ORDER BY number));
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.log_keep_checkpoint()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.size > (SELECT coalesce(max(index), -1) + 1 FROM public.log_leaves) THEN
      RAISE EXCEPTION 'a checkpoint is of leaves that are there' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF to_jsonb(NEW) - '{note,proof}'::text[] <> to_jsonb(OLD) - '{note,proof}'::text[] OR NOT starts_with(NEW.note, OLD.note) THEN
    RAISE EXCEPTION 'log_checkpoints is append-only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.log_keep_keys()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  told text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a key of the log stays listed' USING ERRCODE = 'insufficient_privilege';
  ELSIF TG_OP = 'INSERT' THEN
    NEW.valid_from := clock_timestamp();
    NEW.valid_until := NULL;
    told := CASE NEW.kind WHEN 'log' THEN 'listKey' ELSE 'addWitness' END;
  ELSE
    IF OLD.valid_until IS NOT NULL OR NEW.valid_until IS NULL
       OR to_jsonb(NEW) - 'valid_until' <> to_jsonb(OLD) - 'valid_until' THEN
      RAISE EXCEPTION 'a key of the log ends, once' USING ERRCODE = 'insufficient_privilege';
    END IF;
    NEW.valid_until := clock_timestamp();
    told := 'endKey';
  END IF;
  IF NOT EXISTS (
    SELECT FROM public.workflow_events
    WHERE document_collection = 'log' AND document = 'keys' AND kind = 'log' AND transition = told
      AND data ->> 'verifier' = NEW.verifier
      AND transaction = pg_current_xact_id() AND proof IS NOT NULL) THEN
    RAISE EXCEPTION 'a key of the log is listed through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.log_keep_leaves()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE'
     AND (OLD.index IS NULL OR OLD.index = NEW.index)
     AND (OLD.signature IS NULL OR OLD.signature = NEW.signature)
     AND to_jsonb(NEW) - '{index,signature,proof}'::text[] = to_jsonb(OLD) - '{index,signature,proof}'::text[]
     AND (OLD.proof IS NOT DISTINCT FROM NEW.proof OR OLD.signature IS DISTINCT FROM NEW.signature) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'log_leaves is append-only' USING ERRCODE = 'insufficient_privilege';
END $function$;
CREATE OR REPLACE FUNCTION public.log_leave_unnumbered()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.index := NULL;
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.log_number_leaf()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('delivery.releases'));
  UPDATE public.log_leaves SET index = coalesce((SELECT max(index) FROM public.log_leaves), -1) + 1
    WHERE id = NEW.id AND index IS NULL;
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.log_people(people text[])
 RETURNS TABLE(person text, pseudonym text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  WITH padded AS (
    SELECT k.key || decode(repeat('00', 64 - length(k.key)), 'hex') AS key FROM public.pseudonym_keys k
  ), pads AS (
    SELECT string_agg(set_byte('\x00'::bytea, 0, get_byte(key, at) # 54), ''::bytea ORDER BY at) AS inner_pad,
           string_agg(set_byte('\x00'::bytea, 0, get_byte(key, at) # 92), ''::bytea ORDER BY at) AS outer_pad
    FROM padded, generate_series(0, 63) at
  )
  SELECT p, left(translate(encode(sha256(outer_pad || sha256(inner_pad || convert_to(p, 'UTF8'))), 'base64'),
      '+/', '-_'), 22)
  FROM pads, unnest(people) p
$function$;
CREATE OR REPLACE FUNCTION public.newsroom_keep_assignment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN
    UPDATE newsroom_texts SET writer = NULL, reviewer = NULL, due_at = NULL
      WHERE document = OLD.document::uuid;
  ELSE
    UPDATE newsroom_texts
      SET writer = NEW.author::uuid, reviewer = NEW.reviewer::uuid, due_at = NEW.due_at
      WHERE document = NEW.document::uuid;
  END IF;
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.newsroom_keep_claim()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN
    UPDATE newsroom_texts SET claimed_by = NULL, claimed_by_name = NULL, claimed_until = NULL
      WHERE document = OLD.document::uuid;
  ELSE
    UPDATE newsroom_texts SET claimed_by = NEW.person::uuid,
        claimed_by_name = NEW.person_name, claimed_until = NEW.until
      WHERE document = NEW.document::uuid;
  END IF;
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.newsroom_keep_copy()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  place uuid := NULL;
BEGIN
  IF TG_ARGV[0] = 'regional-sections' THEN place := NEW.version_region_id; END IF;
  INSERT INTO newsroom_texts AS t
      (document, document_collection, title, profession, region, author, digest, changed_at)
    VALUES (NEW.parent_id, TG_ARGV[0], left(coalesce(NEW.version_headline, ''), 300),
            NEW.version_profession_id, place, NEW.version_author_id, NEW.version_digest,
            clock_timestamp())
    ON CONFLICT (document) DO UPDATE SET
      title = EXCLUDED.title, profession = EXCLUDED.profession, region = EXCLUDED.region,
      author = EXCLUDED.author, digest = EXCLUDED.digest,
      -- A save that changes no word is no change to whoever reads the list.
      changed_at = CASE WHEN t.digest IS NOT DISTINCT FROM EXCLUDED.digest
                        THEN t.changed_at ELSE EXCLUDED.changed_at END;
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.newsroom_keep_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  of_document text := CASE TG_OP WHEN 'DELETE' THEN OLD.document ELSE NEW.document END;
BEGIN
  UPDATE newsroom_texts SET is_planned = EXISTS (
      SELECT FROM workflow_plans p WHERE p.document = of_document AND p.status = 'pending')
    WHERE document = of_document::uuid;
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.newsroom_keep_revocation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  UPDATE newsroom_texts t SET signers = t.signers - a.approved_by
    FROM workflow_approvals a
    WHERE a.id = NEW.approval AND t.document = a.document::uuid AND t.round = a.round;
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.newsroom_keep_sign_off()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  UPDATE newsroom_texts SET signed_off = newsroom_signed_off(document, sign_off_digests)
    WHERE document = NEW.document::uuid;
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.newsroom_keep_signed_off()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  NEW.signed_off := newsroom_signed_off(NEW.document, NEW.sign_off_digests);
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.newsroom_keep_signer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  UPDATE newsroom_texts SET signers = signers || to_jsonb(NEW.approved_by)
    WHERE document = NEW.document::uuid AND round = NEW.round;
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.newsroom_keep_state()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM newsroom_texts WHERE document = OLD.id;
    RETURN NULL;
  END IF;
  INSERT INTO newsroom_texts AS t
      (document, document_collection, stage, digest, live_at, live_digest, round, contributors)
    VALUES (NEW.id, NEW.document_collection, NEW.stage::text, NEW.digest, NEW.live_published_at,
            NEW.live_digest, NEW.round, NEW.contributors)
    ON CONFLICT (document) DO UPDATE SET
      stage = EXCLUDED.stage, live_at = EXCLUDED.live_at, live_digest = EXCLUDED.live_digest,
      round = EXCLUDED.round, contributors = EXCLUDED.contributors,
      signers = CASE WHEN t.round = EXCLUDED.round
                       AND EXCLUDED.stage NOT IN ('draft', 'changes_requested')
                     THEN t.signers ELSE '[]' END,
      stage_since = CASE WHEN t.stage = EXCLUDED.stage
                         THEN t.stage_since ELSE clock_timestamp() END;
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.newsroom_signed_off(of_document uuid, digests jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  SELECT coalesce(jsonb_agg(DISTINCT s.kind), '[]') FROM workflow_sign_offs s
    WHERE s.document = of_document::text AND s.digest = digests ->> s.kind
      AND NOT EXISTS (SELECT FROM workflow_revocations r WHERE r.approval = s.id)
$function$;
CREATE OR REPLACE FUNCTION public.oversize_row(fields jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT fields - ARRAY['id', '_uuid', '_parent_id', 'parent_id', 'path']
         || jsonb_build_object('path', regexp_replace(fields ->> 'path', '^version\.', ''))
$function$;
CREATE OR REPLACE FUNCTION public.queue_webhook_deliveries()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO public.webhook_deliveries (webhook, release, document, event)
  -- Once a statement, however many releases it writes.
  WITH listeners AS MATERIALIZED (
    SELECT w.id, w.created_at, s.id AS site, s.regions, s.professions
    FROM public.webhooks w JOIN delivery.sites s ON s.id = w.site WHERE w.is_active
  )
  SELECT w.id, r.id, r.document,
    CASE WHEN seen.is_now AND seen.was_before THEN 'updated'
         WHEN seen.is_now THEN 'published' ELSE 'removed' END
  FROM releases_made r
  CROSS JOIN listeners w
  CROSS JOIN LATERAL (
    SELECT coalesce(r.sites = '{}' OR w.site = ANY (r.sites), false) AS is_now,
      coalesce(r.sites_before = '{}' OR w.site = ANY (r.sites_before), false) AS was_before
  ) seen
  -- That the whole stock lies in another shape is in the feed, and no news of any text.
  WHERE r.document IS NOT NULL AND (seen.is_now OR seen.was_before)
    AND (w.professions = '{}' OR r.profession = ANY (w.professions))
    AND (w.regions = '{}' OR r.region IS NULL OR EXISTS (
      SELECT FROM delivery.regions g WHERE g.id = r.region AND g.within && w.regions))
  ORDER BY r.id, w.created_at;
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.reference_has_event(of_collection text, entry uuid, wanted text[], of_proposal uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT EXISTS (
    SELECT FROM public.workflow_events
    WHERE document = entry::text AND document_collection = of_collection AND kind = 'reference'
      AND transaction = pg_current_xact_id() AND proof IS NOT NULL
      AND created_at > now() - interval '1 min' AND transition = ANY (wanted)
      AND (of_proposal IS NULL OR data ->> 'proposal' = of_proposal::text))
$function$;
CREATE OR REPLACE FUNCTION public.reference_keep_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  changed uuid;
  entries uuid[] := ARRAY[]::uuid[];
BEGIN
  IF TG_OP <> 'INSERT' THEN
    entries := entries || (to_jsonb(OLD) ->> TG_ARGV[1])::uuid;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    entries := entries || (to_jsonb(NEW) ->> TG_ARGV[1])::uuid;
  END IF;
  FOREACH changed IN ARRAY entries LOOP
    IF NOT public.reference_has_event(TG_ARGV[0], changed,
        ARRAY['createReference', 'changeReference', 'confirmProposal', 'deleteReference'], NULL) THEN
      RAISE EXCEPTION 'reference data changes through the product' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END LOOP;
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.reference_keep_proposal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  wanted text[];
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a proposal stays on record' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'UPDATE' AND public.workflow_redacts(TG_TABLE_NAME, OLD.id::text, NULL)
     AND public.workflow_is_emptied(to_jsonb(OLD), to_jsonb(NEW), 'proposed_by', 'proposed_by_name',
       'decided_by', 'decided_by_name', '', 'title', 'before', 'after', 'reason') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status <> 'open' OR OLD.id <> NEW.id OR OLD.collection <> NEW.collection
     OR OLD.entry <> NEW.entry OR OLD.proposed_by IS DISTINCT FROM NEW.proposed_by) THEN
    RAISE EXCEPTION 'a proposal is decided once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  wanted := CASE NEW.status
    WHEN 'open' THEN ARRAY['propose']
    WHEN 'confirmed' THEN ARRAY['confirmProposal']
    WHEN 'rejected' THEN ARRAY['rejectProposal']
    ELSE ARRAY['withdrawProposal', 'deleteReference'] END;
  IF NOT public.reference_has_event(NEW.collection, NEW.entry, wanted, NEW.id) THEN
    RAISE EXCEPTION 'a proposal is made and decided through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.refuse_oversize(own text, fields jsonb, twin text, version text, VARIADIC limits text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  field text;
  measure text;
  path text;
  most int;
  is_old boolean;
BEGIN
  FOR at IN 1 .. array_length(limits, 1) BY 4 LOOP
    field := limits[at];
    measure := limits[at + 1];
    path := limits[at + 2];
    most := limits[at + 3]::int;
    CONTINUE WHEN path <> '' AND path IS DISTINCT FROM fields ->> 'path';
    CONTINUE WHEN NOT COALESCE(CASE measure
      WHEN 'text' THEN char_length(fields ->> field) > most
      WHEN 'json' THEN char_length((fields -> field)::text) > most
      WHEN 'depth' THEN jsonb_path_exists(fields -> field, format('lax $.**{%s}', most + 1)::jsonpath)
      WHEN 'order' THEN (fields ->> field)::int > most
    END, false);
    IF measure = 'order' THEN
      -- A row beyond its place is an old one only as a whole, in the same list.
      EXECUTE format('SELECT EXISTS (SELECT FROM public.%I r WHERE oversize_row(to_jsonb(r)) = oversize_row($1))', own)
        INTO is_old USING fields;
      IF NOT is_old AND twin <> '' THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM public.%I r WHERE oversize_row(to_jsonb(r)) = oversize_row($1))', twin)
          INTO is_old USING fields;
      END IF;
    ELSE
      EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE to_jsonb(%I) = $1)', own, field)
        INTO is_old USING fields -> field;
      IF NOT is_old AND twin <> '' THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE to_jsonb(%I) = $1)', twin, CASE
            WHEN version = 'live' THEN 'version_' || field
            WHEN version = 'version' THEN substr(field, length('version_') + 1)
            ELSE field
          END) INTO is_old USING fields -> field;
      END IF;
    END IF;
    IF NOT is_old THEN
      RAISE EXCEPTION '%.% holds more than its limit: % (%)', own, concat_ws(':', NULLIF(path, ''), field),
        most, measure USING ERRCODE = 'program_limit_exceeded';
    END IF;
  END LOOP;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_approve(approval uuid, of_collection text, of_document text, of_digest text, of_round numeric, person text, session text, said text, seen text, at_risk text, asked_for numeric, proof text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE signer record;
BEGIN
  IF proof IS DISTINCT FROM guard.proof_of('approval', approval::text, of_collection, of_document, of_digest,
       of_round::text, person, session, said, seen, at_risk, asked_for::text) THEN
    RAISE EXCEPTION 'an approval is given through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO signer FROM guard.signer(person, session);
  IF signer.role NOT IN ('editor', 'admin') THEN
    RAISE EXCEPTION 'the role % does not approve', signer.role USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.workflow_approvals (id, document_collection, document, digest, round, approved_by,
      approved_by_name, approved_as, comment, seen_from, risk, required)
    VALUES (approval, of_collection, of_document, of_digest, of_round, person,
      signer.name, signer.role, said, seen, at_risk, asked_for);
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_believes(word text, proof text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  SELECT coalesce(proof = guard.proof_of('start', word), false)
$function$;
CREATE OR REPLACE FUNCTION public.workflow_check_approval()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE state public.workflow_states%ROWTYPE;
BEGIN
  SELECT * INTO state FROM public.workflow_states WHERE id::text = NEW.document;
  IF NOT FOUND OR state.stage <> 'in_review'
     OR state.digest <> NEW.digest OR state.round <> NEW.round THEN
    RAISE EXCEPTION 'an approval signs the digest that is in review'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF state.contributors ? NEW.approved_by THEN
    RAISE EXCEPTION 'nobody approves a text to which they contributed'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_check_revocation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.workflow_approvals a JOIN public.workflow_states s ON s.id::text = a.document
    WHERE a.id = NEW.approval AND a.document = NEW.document
      AND (s.live_digest IS DISTINCT FROM a.digest OR s.live_round IS DISTINCT FROM a.round))
    AND NOT EXISTS (
    SELECT FROM public.workflow_sign_offs o WHERE o.id = NEW.approval AND o.document = NEW.document) THEN
    RAISE EXCEPTION 'only an approval of what is not live is taken back'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_check_sign_off()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE state public.workflow_states%ROWTYPE;
BEGIN
  SELECT * INTO state FROM public.workflow_states WHERE id::text = NEW.document;
  IF NOT FOUND OR state.stage <> 'in_review' OR state.digest <> NEW.text_digest THEN
    RAISE EXCEPTION 'a sign-off signs what is in review' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- An expert signs by a link that nobody made who wrote on the text.
  IF state.contributors ? NEW.given_by OR EXISTS (
    SELECT FROM public.expert_links l
    WHERE 'expert:' || l.id = NEW.given_by AND state.contributors ? l.made_by) THEN
    RAISE EXCEPTION 'nobody signs off a text to which they contributed'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_clock()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM workflow_clock_stage(NEW);
  RETURN NULL;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_clock_stage(event workflow_events)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF event.kind = 'workflow' AND event.transition = 'delete' THEN
    UPDATE workflow_stage_times
      SET left_at = event.created_at, left_by = event.actor, left_for = 'deleted'
      WHERE document = event.document AND left_at IS NULL;
    RETURN;
  END IF;
  IF event.to_stage IS NULL OR event.to_stage IS NOT DISTINCT FROM event.from_stage THEN
    RETURN;
  END IF;
  UPDATE workflow_stage_times
    SET left_at = event.created_at, left_by = event.actor, left_for = event.to_stage
    WHERE document = event.document AND left_at IS NULL;
  INSERT INTO workflow_stage_times (document_collection, document, stage, entered_at, entered_by)
    VALUES (event.document_collection, event.document, event.to_stage, event.created_at, event.actor);
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_count_agreement(sign_off uuid, of_collection text, of_document text, of_kind text, of_digest text, of_text text, said text, expert text, known_as text, proof text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF proof IS DISTINCT FROM guard.proof_of('agreement', sign_off::text, of_collection, of_document, of_kind,
       of_digest, of_text, said, expert, known_as) THEN
    RAISE EXCEPTION 'a sign-off is given through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT EXISTS (
    SELECT FROM public.expert_links l JOIN public.expert_opinions o ON o.link = l.id
    WHERE 'expert:' || l.id = expert AND l.revoked_at IS NULL
      AND o.document::text = of_document AND o.opinion = 'agree') THEN
    RAISE EXCEPTION 'an expert signs by a link' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.workflow_sign_offs (id, document_collection, document, kind, digest, text_digest, given_by,
      given_by_name, given_as, comment)
    VALUES (sign_off, of_collection, of_document, of_kind, of_digest, of_text, expert,
      known_as, 'expert', said);
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_event_hash(event workflow_events)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT encode(sha256(convert_to(
    workflow_netstring(event.previous_hash) || workflow_netstring(event.position::text)
    || workflow_netstring(event.id::text)
    || workflow_netstring(to_char(event.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || workflow_netstring(event.document_collection) || workflow_netstring(event.document)
    || workflow_netstring(event.kind) || workflow_netstring(event.transition)
    || workflow_netstring(event.from_stage) || workflow_netstring(event.to_stage)
    || workflow_netstring(event.digest) || workflow_netstring(event.actor)
    || workflow_netstring(event.actor_name) || workflow_netstring(event.comment)
    || workflow_netstring(event.data::text), 'UTF8')), 'hex')
$function$;
CREATE OR REPLACE FUNCTION public.workflow_guard_chain()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.chain = OLD.chain AND NEW.position = OLD.position + 1 THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a chain only grows' USING ERRCODE = 'insufficient_privilege';
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_guard_document()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  bookkeeping CONSTANT text[] :=
    ARRAY['author_id', 'imported_from_file', 'imported_from_sha256', 'imported_from_at'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD._status = 'published' THEN
      RAISE EXCEPTION 'a live document cannot be deleted' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW._status = 'published' THEN
      RAISE EXCEPTION 'a document goes live by the transition publish'
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW._status = 'published' THEN
    IF OLD._status = 'published' AND NEW.id = OLD.id
       AND to_jsonb(NEW) - bookkeeping = to_jsonb(OLD) - bookkeeping THEN
      RETURN NEW;
    END IF;
    IF NEW.id <> OLD.id
       OR NOT public.workflow_has_event(NEW.id::text, ARRAY['publish'], NEW.digest) THEN
      RAISE EXCEPTION 'what is live changes by the transition publish only'
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT public.workflow_is_approved(NEW.id::text, NEW.digest) THEN
      RAISE EXCEPTION 'there is no valid approval of digest %', NEW.digest
        USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF OLD._status = 'published' THEN
    IF NOT public.workflow_has_event(OLD.id::text, ARRAY['unpublish', 'archive'], NULL) THEN
      RAISE EXCEPTION 'what is live goes by the transitions unpublish and archive only'
        USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_guard_new_picture()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'a picture is public by a text that is live' USING ERRCODE = 'insufficient_privilege';
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_guard_part()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  old_parent CONSTANT text := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ->> TG_ARGV[0] END;
  new_parent CONSTANT text := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ->> TG_ARGV[0] END;
  parents CONSTANT text[] := CASE WHEN old_parent = new_parent THEN ARRAY[new_parent]
                                  ELSE ARRAY[old_parent, new_parent] END;
  parent text;
  live_digest text;
BEGIN
  FOREACH parent IN ARRAY parents LOOP
    FOR step IN 1 .. TG_NARGS - 3 BY 2 LOOP
      EXECUTE format('SELECT %I::text FROM public.%I WHERE id::text = $1', TG_ARGV[step + 1], TG_ARGV[step])
        INTO parent USING parent;
    END LOOP;
    EXECUTE format('SELECT digest FROM public.%I WHERE id = $1::uuid AND _status = ''published''',
                   TG_ARGV[TG_NARGS - 1]) INTO live_digest USING parent;
    IF live_digest IS NOT NULL AND NOT public.workflow_has_event(parent, ARRAY['publish'], live_digest) THEN
      RAISE EXCEPTION 'what is live changes by the transition publish only'
        USING ERRCODE = 'insufficient_privilege';
    END IF;
  END LOOP;
  RETURN COALESCE(NEW, OLD);
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_guard_picture()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  bookkeeping CONSTANT text[] := ARRAY['updated_at', 'released_at', 'uploaded_by_id'];
BEGIN
  IF to_jsonb(NEW) - bookkeeping <> to_jsonb(OLD) - bookkeeping THEN
    IF public.workflow_is_shown(OLD.id) THEN
      RAISE EXCEPTION 'a picture that is live does not change' USING ERRCODE = 'insufficient_privilege';
    END IF;
    NEW.released_at := NULL;
  ELSIF OLD.released_at IS NULL AND NEW.released_at IS NOT NULL AND NOT public.workflow_is_shown(OLD.id) THEN
    RAISE EXCEPTION 'a picture is public by a text that is live' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_has_event(target text, wanted text[], wanted_digest text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT EXISTS (
    SELECT FROM public.workflow_events
    WHERE document = target AND transaction = pg_current_xact_id() AND proof IS NOT NULL
      AND created_at > now() - interval '1 min'
      AND transition = ANY (wanted) AND (wanted_digest IS NULL OR digest = wanted_digest)
  )
$function$;
CREATE OR REPLACE FUNCTION public.workflow_is_approved(target text, wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  WITH candidates AS (
    SELECT s.round::int AS round, NULL::jsonb AS only_these FROM public.workflow_states s
      WHERE s.id::text = target AND s.digest = wanted AND s.stage IN ('approved', 'scheduled')
    UNION ALL
    SELECT p.round, p.approvals FROM public.workflow_plans p
      WHERE p.document = target AND p.action = 'publish' AND p.status = 'pending'
        AND p.due_at <= clock_timestamp() AND p.digest = wanted
  )
  SELECT EXISTS (
    SELECT FROM candidates c CROSS JOIN LATERAL (
      SELECT e.to_stage, (e.data ->> 'required')::int AS required, e.data -> 'signOffs' AS sign_offs
      FROM public.workflow_events e
      WHERE e.document = target AND e.digest = wanted AND e.kind = 'workflow'
        AND e.transition IN ('approve', 'signOff', 'complete')
        -- Those from before there were proofs have none.
        AND (e.proof IS NOT NULL OR e.sequence <= (SELECT begun_after FROM public.workflow_proofs))
      ORDER BY e.sequence DESC LIMIT 1
    ) asked CROSS JOIN LATERAL (
      SELECT count(DISTINCT a.approved_by) AS signatures, max(coalesce(a.required, 1)) AS required
      FROM public.workflow_approvals a
      WHERE a.document = target AND a.digest = wanted AND a.round = c.round
        AND (c.only_these IS NULL OR c.only_these ? a.id::text)
        -- Who has become a writer of it since brings nothing live; the contributors are those of the working copy.
        AND (c.only_these IS NOT NULL OR NOT EXISTS (
          SELECT FROM public.workflow_states s WHERE s.id::text = target AND s.contributors ? a.approved_by))
        AND NOT EXISTS (SELECT FROM public.workflow_revocations r WHERE r.approval = a.id)
    ) signed
    WHERE asked.to_stage = 'approved' AND signed.signatures > 0
      AND signed.signatures >= coalesce(asked.required, signed.required)
      AND (c.only_these IS NULL OR NOT EXISTS (
        SELECT FROM public.workflow_revocations r WHERE c.only_these ? r.approval::text))
      -- Each kind of sign-off that was asked for, under the digest of what it answers for.
      AND NOT EXISTS (
        SELECT FROM jsonb_each_text(
          CASE WHEN jsonb_typeof(asked.sign_offs) = 'object' THEN asked.sign_offs ELSE '{}' END) AS needed(kind, digest)
        WHERE NOT EXISTS (
          SELECT FROM public.workflow_sign_offs o
          WHERE o.document = target AND o.kind = needed.kind AND o.digest = needed.digest
            AND NOT EXISTS (SELECT FROM public.workflow_revocations r WHERE r.approval = o.id))))
$function$;
CREATE OR REPLACE FUNCTION public.workflow_is_emptied(was jsonb, is_now jsonb, VARIADIC columns text[])
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
DECLARE
  -- The arguments of a trigger begin with 0.
  at int := array_lower(columns, 1);
  name text;
BEGIN
  WHILE columns[at] <> '' LOOP
    name := columns[at + 1];
    IF is_now ->> name IS DISTINCT FROM was ->> name
       AND is_now ->> name IS DISTINCT FROM public.workflow_pseudonym(was ->> columns[at]) THEN
      RETURN false;
    END IF;
    is_now := is_now - name;
    was := was - name;
    at := at + 2;
  END LOOP;
  FOR word IN at + 1 .. array_upper(columns, 1) LOOP
    name := columns[word];
    IF is_now -> name IS DISTINCT FROM was -> name
       AND is_now -> name NOT IN ('null'::jsonb, '""'::jsonb, '{}'::jsonb) THEN
      RETURN false;
    END IF;
    is_now := is_now - name;
    was := was - name;
  END LOOP;
  RETURN is_now = was;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_is_redacting(redaction uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT EXISTS (
    SELECT FROM public.workflow_events
    WHERE id = redaction AND kind = 'erasure' AND transition = 'redact' AND proof IS NOT NULL
      AND transaction = pg_current_xact_id())
$function$;
CREATE OR REPLACE FUNCTION public.workflow_is_shown(picture uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
DECLARE
  place record;
  up text;
  is_shown boolean;
BEGIN
  FOR place IN
    SELECT p.part, p.way, document, a.attname AS key
    FROM unnest(ARRAY['career_profiles', 'regional_sections']) document, public.workflow_parts(document) p
    JOIN pg_constraint c ON c.contype = 'f' AND c.confrelid = 'public.media'::regclass
      AND c.conrelid = format('public.%I', p.part)::regclass
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  LOOP
    -- From the row with the picture, level after level, up to the document.
    SELECT coalesce(string_agg(format(' JOIN public.%I t%s ON t%s.id::text = t%s.%I::text',
                    place.way[2 * level], level, level, level - 1, place.way[2 * level - 1]), '' ORDER BY level), '')
      INTO up FROM generate_series(1, cardinality(place.way) / 2) level;
    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I t0%s WHERE t0.%I = $1 AND t%s._status = ''published'')',
                   place.part, up, place.key, cardinality(place.way) / 2)
      INTO is_shown USING picture;
    IF is_shown THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_keep_erasure()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  wanted text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an erasure stays on record' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'UPDATE' AND public.workflow_redacts(TG_TABLE_NAME, OLD.id::text, NULL)
     AND public.workflow_is_emptied(to_jsonb(OLD), to_jsonb(NEW), 'asked_by', 'asked_by_name',
       'decided_by', 'decided_by_name', '', 'reason', 'answer') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status <> 'open' OR OLD.id <> NEW.id OR OLD.subject <> NEW.subject
     OR OLD.asked_by <> NEW.asked_by OR OLD.asked_as <> NEW.asked_as) THEN
    RAISE EXCEPTION 'an erasure is decided once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  wanted := CASE NEW.status
    WHEN 'open' THEN 'askErasure'
    WHEN 'confirmed' THEN 'redact'
    WHEN 'rejected' THEN 'rejectErasure'
    ELSE 'withdrawErasure' END;
  IF NOT EXISTS (
    SELECT FROM public.workflow_events
    WHERE document = NEW.document AND document_collection = NEW.document_collection AND kind = 'erasure'
      AND transition = wanted AND data ->> 'erasure' = NEW.id::text AND proof IS NOT NULL
      AND transaction = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'an erasure is asked for and decided through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_keep_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  may_change CONSTANT text[] := ARRAY['actor_name', 'comment', 'data'];
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - may_change = to_jsonb(OLD) - may_change
     AND EXISTS (
       SELECT FROM public.redacted_rows r JOIN public.workflow_events e ON e.id = r.redaction
       WHERE r.place = TG_TABLE_NAME AND r.row = OLD.id::text
         AND r.left_hash = public.workflow_event_hash(NEW)
         AND e.kind = 'erasure' AND e.transition = 'redact' AND e.proof IS NOT NULL
         AND e.transaction = pg_current_xact_id()) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_keep_redacted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'INSERT' AND public.workflow_is_redacting(NEW.redaction) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_keep_row()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND public.workflow_is_emptied(to_jsonb(OLD), to_jsonb(NEW), VARIADIC TG_ARGV)
     AND public.workflow_redacts(TG_TABLE_NAME, OLD.id::text, NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_netstring(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT CASE WHEN value IS NULL THEN '-'
         ELSE octet_length(convert_to(value, 'UTF8')) || ':' || value END
$function$;
CREATE OR REPLACE FUNCTION public.workflow_parts(document text)
 RETURNS TABLE(part text, way text[])
 LANGUAGE sql
 STABLE
AS $function$
  WITH RECURSIVE parents AS (
    -- Names of the catalogue come with a collation of their own.
    SELECT child.relname::text COLLATE "default" AS part, a.attname::text COLLATE "default" AS key,
           parent.relname::text COLLATE "default" AS parent
    FROM pg_constraint c
    JOIN pg_class child ON child.oid = c.conrelid
    JOIN pg_class parent ON parent.oid = c.confrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
      AND a.attname IN ('_parent_id', 'parent_id')
      AND c.conrelid <> c.confrelid AND child.relname <> '_' || parent.relname || '_v'
  ), parts AS (
    SELECT document AS part, ARRAY[]::text[] AS way
    UNION ALL
    SELECT p.part, ARRAY[p.key, p.parent] || parts.way FROM parents p JOIN parts ON parts.part = p.parent
  )
  SELECT part, way FROM parts
$function$;
CREATE OR REPLACE FUNCTION public.workflow_pseudonym(person text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT 'Person ' || left(encode(sha256(convert_to(person, 'UTF8')), 'hex'), 8)
$function$;
CREATE OR REPLACE FUNCTION public.workflow_redact(redaction uuid, session text, rows jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  said public.workflow_events%ROWTYPE;
  asked public.workflow_events%ROWTYPE;
  signer record;
  digest text;
BEGIN
  IF NOT public.workflow_is_redacting(redaction) THEN
    RAISE EXCEPTION 'words are emptied through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO said FROM public.workflow_events WHERE id = redaction;
  SELECT * INTO signer FROM guard.signer(said.actor, session);
  SELECT * INTO asked FROM public.workflow_events
    WHERE document = said.document AND document_collection = said.document_collection AND kind = 'erasure'
      AND transition = 'askErasure' AND proof IS NOT NULL AND data ->> 'erasure' = said.data ->> 'erasure';
  IF asked.actor IS NULL OR asked.actor = said.actor THEN
    RAISE EXCEPTION 'two people empty what is on record' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- Whoever is no administrator any more, or has left, is not the one of the two.
  IF signer.role NOT IN ('editor', 'admin') OR (signer.role <> 'admin' AND NOT EXISTS (
       SELECT FROM public.users u WHERE u.id::text = asked.actor AND u.role::text = 'admin'
         AND u.deactivated_at IS NULL AND asked.data ->> 'as' = 'admin')) THEN
    RAISE EXCEPTION 'the role % does not empty what is on record', signer.role USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.redacted_rows (redaction, place, "row", hash, left_hash)
    SELECT workflow_redact.redaction, r.place, r."row", r.hash, r.left_hash
    FROM jsonb_to_recordset(rows) r(place text, "row" text, hash text, left_hash text);
  SELECT encode(sha256(convert_to(coalesce(string_agg(
      public.workflow_netstring(r.place) || public.workflow_netstring(r."row") || public.workflow_netstring(r.hash)
      || public.workflow_netstring(r.left_hash), '' ORDER BY r.place COLLATE "C", r."row" COLLATE "C"), ''), 'UTF8')), 'hex')
    INTO digest FROM public.redacted_rows r WHERE r.redaction = workflow_redact.redaction;
  IF digest IS DISTINCT FROM said.data ->> 'rows' THEN
    RAISE EXCEPTION 'the event names other rows' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.workflow_events e SET (actor_name, comment, data) = (
      SELECT l.actor_name, l.comment, l.data FROM public.workflow_without(e, r.name, r.words, r.paths) l)
    FROM public.workflow_rows_in('workflow_events', rows) r WHERE e.id = r.id;
  UPDATE public.workflow_approvals a SET
      approved_by_name = CASE WHEN r.name THEN public.workflow_pseudonym(a.approved_by) ELSE a.approved_by_name END,
      comment = CASE WHEN r.words THEN NULL ELSE a.comment END
    FROM public.workflow_rows_in('workflow_approvals', rows) r WHERE a.id = r.id;
  UPDATE public.workflow_revocations v SET
      revoked_by_name = CASE WHEN r.name THEN public.workflow_pseudonym(v.revoked_by) ELSE v.revoked_by_name END,
      reason = CASE WHEN r.words THEN '' ELSE v.reason END
    FROM public.workflow_rows_in('workflow_revocations', rows) r WHERE v.id = r.id;
  UPDATE public.workflow_sign_offs s SET
      given_by_name = CASE WHEN r.name THEN public.workflow_pseudonym(s.given_by) ELSE s.given_by_name END,
      comment = CASE WHEN r.words THEN NULL ELSE s.comment END
    FROM public.workflow_rows_in('workflow_sign_offs', rows) r WHERE s.id = r.id;
  UPDATE public.reference_proposals p SET
      proposed_by_name = CASE WHEN 'proposed_by' = ANY (r.paths) THEN public.workflow_pseudonym(p.proposed_by)
                              ELSE p.proposed_by_name END,
      decided_by_name = CASE WHEN 'decided_by' = ANY (r.paths) THEN public.workflow_pseudonym(p.decided_by)
                             ELSE p.decided_by_name END,
      title = CASE WHEN r.words THEN '' ELSE p.title END,
      before = CASE WHEN r.words THEN '{}' ELSE p.before END,
      after = CASE WHEN r.words THEN '{}' ELSE p.after END,
      reason = CASE WHEN r.words THEN NULL ELSE p.reason END
    FROM public.workflow_rows_in('reference_proposals', rows) r WHERE p.id = r.id;
  UPDATE public.erasures x SET
      asked_by_name = CASE WHEN 'asked_by' = ANY (r.paths) THEN public.workflow_pseudonym(x.asked_by)
                           ELSE x.asked_by_name END,
      decided_by_name = CASE WHEN 'decided_by' = ANY (r.paths) THEN public.workflow_pseudonym(x.decided_by)
                             ELSE x.decided_by_name END,
      reason = CASE WHEN r.words THEN '' ELSE x.reason END,
      answer = CASE WHEN r.words THEN NULL ELSE x.answer END
    FROM public.workflow_rows_in('erasures', rows) r WHERE x.id = r.id;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_redacts(in_place text, of_row text, left_of_it text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT EXISTS (
    SELECT FROM public.redacted_rows r JOIN public.workflow_events e ON e.id = r.redaction
    WHERE r.place = in_place AND r.row = of_row AND r.left_hash IS NOT DISTINCT FROM left_of_it
      AND e.kind = 'erasure' AND e.transition = 'redact' AND e.proof IS NOT NULL
      AND e.transaction = pg_current_xact_id())
$function$;
CREATE OR REPLACE FUNCTION public.workflow_refuse_truncate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% holds what is live', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_rows_in(in_place text, rows jsonb)
 RETURNS TABLE(id uuid, name boolean, words boolean, paths text[])
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  RETURN QUERY
    SELECT r."row"::uuid, coalesce(r.name, false), coalesce(r.words, false), coalesce(r.paths, '{}')
    FROM (SELECT * FROM jsonb_to_recordset(rows)
            x(place text, "row" text, name boolean, words boolean, paths text[])
          WHERE x.place = in_place OFFSET 0) r;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_sign_off(sign_off uuid, of_collection text, of_document text, of_kind text, of_digest text, of_text text, said text, person text, session text, proof text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE signer record;
BEGIN
  IF proof IS DISTINCT FROM guard.proof_of('signOff', sign_off::text, of_collection, of_document, of_kind,
       of_digest, of_text, said, person, session) THEN
    RAISE EXCEPTION 'a sign-off is given through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO signer FROM guard.signer(person, session);
  INSERT INTO public.workflow_sign_offs (id, document_collection, document, kind, digest, text_digest, given_by,
      given_by_name, given_as, comment)
    VALUES (sign_off, of_collection, of_document, of_kind, of_digest, of_text, person,
      signer.name, signer.role, said);
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_stamp_event()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  name CONSTANT text := NEW.document_collection || '/' || NEW.document;
  head workflow_chains%ROWTYPE;
BEGIN
  PERFORM guard.ask_proof(TG_RELID, NEW.proof, 'event', NEW.id::text, NEW.kind, NEW.document_collection,
    NEW.document, NEW.transition, NEW.from_stage, NEW.to_stage, NEW.digest, NEW.actor, NEW.data::text);
  NEW.transaction := pg_current_xact_id();
  NEW.created_at := date_trunc('milliseconds', clock_timestamp());
  INSERT INTO workflow_chains VALUES (name, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM workflow_chains WHERE chain = name FOR UPDATE;
  -- Nobody says themselves which number an event has: those from before there were proofs are known by it.
  NEW.sequence := nextval(pg_get_serial_sequence('public.workflow_events', 'sequence'));
  NEW.position := head.position + 1;
  NEW.previous_hash := head.hash;
  NEW.hash := workflow_event_hash(NEW);
  UPDATE workflow_chains SET position = NEW.position, hash = NEW.hash WHERE chain = name;
  RETURN NEW;
END $function$;
CREATE OR REPLACE FUNCTION public.workflow_without(event workflow_events, drops_name boolean, drops_words boolean, paths text[])
 RETURNS workflow_events
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
DECLARE
  path text;
BEGIN
  IF drops_name AND event.actor_name IS NOT NULL THEN
    event.actor_name := public.workflow_pseudonym(event.actor);
  END IF;
  IF drops_words THEN
    event.comment := NULL;
  END IF;
  FOREACH path IN ARRAY paths LOOP
    event.data := event.data #- string_to_array(path, '.');
  END LOOP;
  RETURN event;
END $function$;

-- triggers

CREATE CONSTRAINT TRIGGER log_number_leaf AFTER INSERT ON public.log_leaves DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION log_number_leaf();
CREATE CONSTRAINT TRIGGER number_release AFTER INSERT ON delivery.releases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION delivery.number_release();
CREATE CONSTRAINT TRIGGER reference_keep_entry AFTER DELETE OR UPDATE ON public.employers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_keep_entry('employers', 'id');
CREATE CONSTRAINT TRIGGER reference_keep_entry AFTER DELETE OR UPDATE ON public.professions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_keep_entry('professions', 'id');
CREATE CONSTRAINT TRIGGER reference_keep_entry AFTER DELETE OR UPDATE ON public.regions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_keep_entry('regions', 'id');
CREATE CONSTRAINT TRIGGER reference_keep_entry AFTER DELETE OR UPDATE ON public.sources DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_keep_entry('sources', 'id');
CREATE CONSTRAINT TRIGGER reference_keep_entry AFTER INSERT OR DELETE OR UPDATE ON public.employers_rels DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_keep_entry('employers', 'parent_id');
CREATE CONSTRAINT TRIGGER reference_keep_entry AFTER INSERT OR DELETE OR UPDATE ON public.employers_texts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_keep_entry('employers', 'parent_id');
CREATE CONSTRAINT TRIGGER reference_keep_entry AFTER INSERT OR DELETE OR UPDATE ON public.professions_texts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_keep_entry('professions', 'parent_id');
CREATE CONSTRAINT TRIGGER reference_keep_entry AFTER INSERT OR DELETE OR UPDATE ON public.regions_rels DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_keep_entry('regions', 'parent_id');
CREATE CONSTRAINT TRIGGER reference_keep_entry AFTER INSERT OR DELETE OR UPDATE ON public.regions_texts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_keep_entry('regions', 'parent_id');
CREATE CONSTRAINT TRIGGER reference_keep_entry AFTER INSERT OR DELETE OR UPDATE ON public.sources_texts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_keep_entry('sources', 'parent_id');
CREATE TRIGGER invalidate_sites AFTER INSERT OR DELETE OR UPDATE ON public.sites FOR EACH STATEMENT EXECUTE FUNCTION delivery.invalidate_sites();
CREATE TRIGGER invalidate_sites AFTER INSERT OR DELETE OR UPDATE ON public.sites_keys FOR EACH STATEMENT EXECUTE FUNCTION delivery.invalidate_sites();
CREATE TRIGGER invalidate_sites AFTER INSERT OR DELETE OR UPDATE ON public.sites_rels FOR EACH STATEMENT EXECUTE FUNCTION delivery.invalidate_sites();
CREATE TRIGGER invalidate_sites AFTER INSERT OR DELETE OR UPDATE ON public.sites_texts FOR EACH STATEMENT EXECUTE FUNCTION delivery.invalidate_sites();
CREATE TRIGGER keep_all_releases BEFORE TRUNCATE ON delivery.releases FOR EACH STATEMENT EXECUTE FUNCTION delivery.keep_releases();
CREATE TRIGGER keep_desks BEFORE DELETE ON public.desks FOR EACH ROW EXECUTE FUNCTION keep_desks();
CREATE TRIGGER keep_releases BEFORE DELETE OR UPDATE ON delivery.releases FOR EACH ROW EXECUTE FUNCTION delivery.keep_releases();
CREATE TRIGGER leave_unnumbered BEFORE INSERT ON delivery.releases FOR EACH ROW EXECUTE FUNCTION delivery.leave_unnumbered();
CREATE TRIGGER log_append_only BEFORE DELETE ON delivery.log_checkpoints FOR EACH ROW EXECUTE FUNCTION log_append_only();
CREATE TRIGGER log_append_only BEFORE DELETE OR UPDATE ON delivery.log_cosignatures FOR EACH ROW EXECUTE FUNCTION log_append_only();
CREATE TRIGGER log_append_only BEFORE DELETE OR UPDATE ON delivery.log_nodes FOR EACH ROW EXECUTE FUNCTION log_append_only();
CREATE TRIGGER log_ask_proof BEFORE INSERT ON delivery.log_cosignatures FOR EACH ROW EXECUTE FUNCTION log_ask_proof('cosignature', 'size', 'witness', 'line');
CREATE TRIGGER log_ask_proof BEFORE INSERT ON delivery.log_nodes FOR EACH ROW EXECUTE FUNCTION log_ask_proof('node', 'level', 'number', 'hash');
CREATE TRIGGER log_ask_proof BEFORE INSERT OR UPDATE ON delivery.log_checkpoints FOR EACH ROW EXECUTE FUNCTION log_ask_proof('checkpoint', 'size', 'root', 'note');
CREATE TRIGGER log_ask_proof BEFORE INSERT OR UPDATE ON public.log_leaves FOR EACH ROW EXECUTE FUNCTION log_ask_proof('leaf', 'entry', 'document', 'digest', 'redacts', 'statement', 'salt', 'signature');
CREATE TRIGGER log_keep_all_leaves BEFORE TRUNCATE ON public.log_leaves FOR EACH STATEMENT EXECUTE FUNCTION log_keep_leaves();
CREATE TRIGGER log_keep_checkpoint BEFORE INSERT OR UPDATE ON delivery.log_checkpoints FOR EACH ROW EXECUTE FUNCTION log_keep_checkpoint();
CREATE TRIGGER log_keep_keys BEFORE INSERT OR DELETE OR UPDATE ON delivery.log_keys FOR EACH ROW EXECUTE FUNCTION log_keep_keys();
CREATE TRIGGER log_keep_leaves BEFORE DELETE OR UPDATE ON public.log_leaves FOR EACH ROW EXECUTE FUNCTION log_keep_leaves();
CREATE TRIGGER log_leave_unnumbered BEFORE INSERT ON public.log_leaves FOR EACH ROW EXECUTE FUNCTION log_leave_unnumbered();
CREATE TRIGGER newsroom_keep_assignment AFTER INSERT OR DELETE OR UPDATE OF author, reviewer, due_at ON public.workflow_assignments FOR EACH ROW EXECUTE FUNCTION newsroom_keep_assignment();
CREATE TRIGGER newsroom_keep_claim AFTER INSERT OR DELETE OR UPDATE ON public.workflow_claims FOR EACH ROW EXECUTE FUNCTION newsroom_keep_claim();
CREATE TRIGGER newsroom_keep_copy AFTER INSERT OR UPDATE ON public._career_profiles_v FOR EACH ROW WHEN ((new.latest AND (new.parent_id IS NOT NULL))) EXECUTE FUNCTION newsroom_keep_copy('career-profiles');
CREATE TRIGGER newsroom_keep_copy AFTER INSERT OR UPDATE ON public._regional_sections_v FOR EACH ROW WHEN ((new.latest AND (new.parent_id IS NOT NULL))) EXECUTE FUNCTION newsroom_keep_copy('regional-sections');
CREATE TRIGGER newsroom_keep_plan AFTER INSERT OR DELETE OR UPDATE OF status ON public.workflow_plans FOR EACH ROW EXECUTE FUNCTION newsroom_keep_plan();
CREATE TRIGGER newsroom_keep_revocation AFTER INSERT ON public.workflow_revocations FOR EACH ROW EXECUTE FUNCTION newsroom_keep_revocation();
CREATE TRIGGER newsroom_keep_sign_off AFTER INSERT ON public.workflow_revocations FOR EACH ROW EXECUTE FUNCTION newsroom_keep_sign_off();
CREATE TRIGGER newsroom_keep_sign_off AFTER INSERT ON public.workflow_sign_offs FOR EACH ROW EXECUTE FUNCTION newsroom_keep_sign_off();
CREATE TRIGGER newsroom_keep_signed_off BEFORE UPDATE OF sign_off_digests ON public.newsroom_texts FOR EACH ROW EXECUTE FUNCTION newsroom_keep_signed_off();
CREATE TRIGGER newsroom_keep_signer AFTER INSERT ON public.workflow_approvals FOR EACH ROW EXECUTE FUNCTION newsroom_keep_signer();
CREATE TRIGGER newsroom_keep_state AFTER INSERT OR DELETE OR UPDATE ON public.workflow_states FOR EACH ROW EXECUTE FUNCTION newsroom_keep_state();
CREATE TRIGGER outdate_after AFTER UPDATE ON public.job_references REFERENCING NEW TABLE AS jobs_changed FOR EACH STATEMENT EXECUTE FUNCTION delivery.outdate_jobs();
CREATE TRIGGER outdate_before AFTER UPDATE ON public.job_references REFERENCING OLD TABLE AS jobs_changed FOR EACH STATEMENT EXECUTE FUNCTION delivery.outdate_jobs();
CREATE TRIGGER outdate_deleted AFTER DELETE ON public.job_references REFERENCING OLD TABLE AS jobs_changed FOR EACH STATEMENT EXECUTE FUNCTION delivery.outdate_jobs();
CREATE TRIGGER outdate_inserted AFTER INSERT ON public.job_references REFERENCING NEW TABLE AS jobs_changed FOR EACH STATEMENT EXECUTE FUNCTION delivery.outdate_jobs();
CREATE TRIGGER queue_webhook_deliveries AFTER INSERT ON delivery.releases REFERENCING NEW TABLE AS releases_made FOR EACH STATEMENT EXECUTE FUNCTION queue_webhook_deliveries();
CREATE TRIGGER reference_keep_proposal BEFORE INSERT OR DELETE OR UPDATE ON public.reference_proposals FOR EACH ROW EXECUTE FUNCTION reference_keep_proposal();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_rels FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_rels();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_career_path FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_career_path();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_day_in_the_life FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_day_in_the_life();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_entry_routes FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_entry_routes();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_faq FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_faq();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_media FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_media();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_related_professions FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_related_professions();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_salary_figures FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_salary_figures();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_sections FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_sections();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_skills FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_skills();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_statistics FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_statistics();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_voices FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_voices();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_rels FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_rels();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_career_path FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_career_path();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_day_in_the_life FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_day_in_the_life();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_entry_routes FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_entry_routes();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_faq FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_faq();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_media FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_media();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_related_professions FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_related_professions();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_salary_figures FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_salary_figures();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_sections FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_sections();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_skills FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_skills();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_statistics FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_statistics();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_voices FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_voices();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.account_mails FOR EACH ROW EXECUTE FUNCTION limits_of_account_mails();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.audit_faults FOR EACH ROW EXECUTE FUNCTION limits_of_audit_faults();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.audit_sweeps FOR EACH ROW EXECUTE FUNCTION limits_of_audit_sweeps();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_career_path FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_career_path();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_day_in_the_life FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_day_in_the_life();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_entry_routes FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_entry_routes();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_faq FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_faq();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_media FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_media();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_related_professions FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_related_professions();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_rels FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_rels();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_salary_figures FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_salary_figures();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_sections FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_sections();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_skills FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_skills();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_statistics FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_statistics();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_voices FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_voices();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.database_functions FOR EACH ROW EXECUTE FUNCTION limits_of_database_functions();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.delivery_rebuilds FOR EACH ROW EXECUTE FUNCTION limits_of_delivery_rebuilds();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.delivery_reshapes FOR EACH ROW EXECUTE FUNCTION limits_of_delivery_reshapes();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.desks FOR EACH ROW EXECUTE FUNCTION limits_of_desks();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.desks_rels FOR EACH ROW EXECUTE FUNCTION limits_of_desks_rels();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.employers FOR EACH ROW EXECUTE FUNCTION limits_of_employers();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.employers_rels FOR EACH ROW EXECUTE FUNCTION limits_of_employers_rels();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.employers_texts FOR EACH ROW EXECUTE FUNCTION limits_of_employers_texts();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.erasures FOR EACH ROW EXECUTE FUNCTION limits_of_erasures();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.expert_links FOR EACH ROW EXECUTE FUNCTION limits_of_expert_links();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.expert_opinions FOR EACH ROW EXECUTE FUNCTION limits_of_expert_opinions();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.import_runs FOR EACH ROW EXECUTE FUNCTION limits_of_import_runs();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.job_feeds FOR EACH ROW EXECUTE FUNCTION limits_of_job_feeds();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.job_references FOR EACH ROW EXECUTE FUNCTION limits_of_job_references();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.log_leaves FOR EACH ROW EXECUTE FUNCTION limits_of_log_leaves();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.media FOR EACH ROW EXECUTE FUNCTION limits_of_media();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.newsroom_texts FOR EACH ROW EXECUTE FUNCTION limits_of_newsroom_texts();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.notification_mails FOR EACH ROW EXECUTE FUNCTION limits_of_notification_mails();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.notification_preferences FOR EACH ROW EXECUTE FUNCTION limits_of_notification_preferences();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.notifications FOR EACH ROW EXECUTE FUNCTION limits_of_notifications();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.passkeys FOR EACH ROW EXECUTE FUNCTION limits_of_passkeys();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.preview_texts FOR EACH ROW EXECUTE FUNCTION limits_of_preview_texts();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.preview_tokens FOR EACH ROW EXECUTE FUNCTION limits_of_preview_tokens();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.professions FOR EACH ROW EXECUTE FUNCTION limits_of_professions();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.professions_texts FOR EACH ROW EXECUTE FUNCTION limits_of_professions_texts();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.provider_identities FOR EACH ROW EXECUTE FUNCTION limits_of_provider_identities();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.provider_sessions FOR EACH ROW EXECUTE FUNCTION limits_of_provider_sessions();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.provisioned_groups FOR EACH ROW EXECUTE FUNCTION limits_of_provisioned_groups();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.provisioned_users FOR EACH ROW EXECUTE FUNCTION limits_of_provisioned_users();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.recovery_codes FOR EACH ROW EXECUTE FUNCTION limits_of_recovery_codes();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.redacted_rows FOR EACH ROW EXECUTE FUNCTION limits_of_redacted_rows();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.reference_proposals FOR EACH ROW EXECUTE FUNCTION limits_of_reference_proposals();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_career_path FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_career_path();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_day_in_the_life FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_day_in_the_life();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_entry_routes FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_entry_routes();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_faq FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_faq();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_media FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_media();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_related_professions FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_related_professions();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_rels FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_rels();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_salary_figures FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_salary_figures();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_sections FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_sections();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_skills FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_skills();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_statistics FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_statistics();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_voices FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_voices();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regions FOR EACH ROW EXECUTE FUNCTION limits_of_regions();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regions_rels FOR EACH ROW EXECUTE FUNCTION limits_of_regions_rels();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regions_texts FOR EACH ROW EXECUTE FUNCTION limits_of_regions_texts();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.second_factors FOR EACH ROW EXECUTE FUNCTION limits_of_second_factors();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sign_in_attempts FOR EACH ROW EXECUTE FUNCTION limits_of_sign_in_attempts();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.site_key_uses FOR EACH ROW EXECUTE FUNCTION limits_of_site_key_uses();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sites FOR EACH ROW EXECUTE FUNCTION limits_of_sites();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sites_keys FOR EACH ROW EXECUTE FUNCTION limits_of_sites_keys();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sites_rels FOR EACH ROW EXECUTE FUNCTION limits_of_sites_rels();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sites_texts FOR EACH ROW EXECUTE FUNCTION limits_of_sites_texts();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sources FOR EACH ROW EXECUTE FUNCTION limits_of_sources();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sources_texts FOR EACH ROW EXECUTE FUNCTION limits_of_sources_texts();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.unrecorded FOR EACH ROW EXECUTE FUNCTION limits_of_unrecorded();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.used_tokens FOR EACH ROW EXECUTE FUNCTION limits_of_used_tokens();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION limits_of_users();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.users_rels FOR EACH ROW EXECUTE FUNCTION limits_of_users_rels();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.users_sessions FOR EACH ROW EXECUTE FUNCTION limits_of_users_sessions();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.webhook_deliveries FOR EACH ROW EXECUTE FUNCTION limits_of_webhook_deliveries();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.webhook_secrets FOR EACH ROW EXECUTE FUNCTION limits_of_webhook_secrets();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.webhooks FOR EACH ROW EXECUTE FUNCTION limits_of_webhooks();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_anchors FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_anchors();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_approvals FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_approvals();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_assignments FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_assignments();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_chains FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_chains();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_claims FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_claims();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_comments FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_comments();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_delegations FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_delegations();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_events FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_events();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_plans FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_plans();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_revocations FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_revocations();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_settings_rels FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_settings_rels();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_sign_offs FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_sign_offs();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_stage_times FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_stage_times();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_states FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_states();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_text_writers FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_text_writers();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_texts FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_texts();
CREATE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_trash FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_trash();
CREATE TRIGGER workflow_append_only BEFORE DELETE OR UPDATE ON public.workflow_anchored_events FOR EACH ROW EXECUTE FUNCTION workflow_append_only();
CREATE TRIGGER workflow_append_only BEFORE DELETE OR UPDATE ON public.workflow_anchors FOR EACH ROW EXECUTE FUNCTION workflow_append_only();
CREATE TRIGGER workflow_append_only BEFORE DELETE OR UPDATE ON public.workflow_approvals FOR EACH ROW EXECUTE FUNCTION workflow_keep_row('approved_by', 'approved_by_name', '', 'comment');
CREATE TRIGGER workflow_append_only BEFORE DELETE OR UPDATE ON public.workflow_events FOR EACH ROW EXECUTE FUNCTION workflow_keep_event();
CREATE TRIGGER workflow_append_only BEFORE DELETE OR UPDATE ON public.workflow_revocations FOR EACH ROW EXECUTE FUNCTION workflow_keep_row('revoked_by', 'revoked_by_name', '', 'reason');
CREATE TRIGGER workflow_append_only BEFORE DELETE OR UPDATE ON public.workflow_sign_offs FOR EACH ROW EXECUTE FUNCTION workflow_keep_row('given_by', 'given_by_name', '', 'comment');
CREATE TRIGGER workflow_check_approval BEFORE INSERT ON public.workflow_approvals FOR EACH ROW EXECUTE FUNCTION workflow_check_approval();
CREATE TRIGGER workflow_check_revocation BEFORE INSERT ON public.workflow_revocations FOR EACH ROW EXECUTE FUNCTION workflow_check_revocation();
CREATE TRIGGER workflow_check_sign_off BEFORE INSERT ON public.workflow_sign_offs FOR EACH ROW EXECUTE FUNCTION workflow_check_sign_off();
CREATE TRIGGER workflow_clock AFTER INSERT ON public.workflow_events FOR EACH ROW EXECUTE FUNCTION workflow_clock();
CREATE TRIGGER workflow_guard_chain BEFORE DELETE OR UPDATE ON public.workflow_chains FOR EACH ROW EXECUTE FUNCTION workflow_guard_chain();
CREATE TRIGGER workflow_guard_document BEFORE DELETE OR UPDATE ON public.career_profiles FOR EACH ROW EXECUTE FUNCTION workflow_guard_document();
CREATE TRIGGER workflow_guard_document BEFORE DELETE OR UPDATE ON public.regional_sections FOR EACH ROW EXECUTE FUNCTION workflow_guard_document();
CREATE TRIGGER workflow_guard_insert AFTER INSERT ON public.career_profiles FOR EACH ROW EXECUTE FUNCTION workflow_guard_document();
CREATE TRIGGER workflow_guard_insert AFTER INSERT ON public.regional_sections FOR EACH ROW EXECUTE FUNCTION workflow_guard_document();
CREATE TRIGGER workflow_guard_new_picture AFTER INSERT ON public.media FOR EACH ROW WHEN ((new.released_at IS NOT NULL)) EXECUTE FUNCTION workflow_guard_new_picture();
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.career_profiles_career_path FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'career_profiles');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.career_profiles_day_in_the_life FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'career_profiles');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.career_profiles_entry_routes FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'career_profiles');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.career_profiles_faq FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'career_profiles');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.career_profiles_media FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'career_profiles');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.career_profiles_related_professions FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'career_profiles');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.career_profiles_rels FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('parent_id', 'career_profiles');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.career_profiles_salary_figures FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'career_profiles');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.career_profiles_sections FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'career_profiles');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.career_profiles_skills FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'career_profiles');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.career_profiles_statistics FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'career_profiles');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.career_profiles_voices FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'career_profiles');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.regional_sections_career_path FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'regional_sections');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.regional_sections_day_in_the_life FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'regional_sections');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.regional_sections_entry_routes FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'regional_sections');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.regional_sections_faq FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'regional_sections');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.regional_sections_media FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'regional_sections');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.regional_sections_related_professions FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'regional_sections');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.regional_sections_rels FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('parent_id', 'regional_sections');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.regional_sections_salary_figures FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'regional_sections');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.regional_sections_sections FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'regional_sections');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.regional_sections_skills FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'regional_sections');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.regional_sections_statistics FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'regional_sections');
CREATE TRIGGER workflow_guard_part BEFORE INSERT OR DELETE OR UPDATE ON public.regional_sections_voices FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('_parent_id', 'regional_sections');
CREATE TRIGGER workflow_guard_picture BEFORE UPDATE ON public.media FOR EACH ROW EXECUTE FUNCTION workflow_guard_picture();
CREATE TRIGGER workflow_keep_erasure BEFORE INSERT OR DELETE OR UPDATE ON public.erasures FOR EACH ROW EXECUTE FUNCTION workflow_keep_erasure();
CREATE TRIGGER workflow_keep_redacted BEFORE INSERT OR DELETE OR UPDATE ON public.redacted_rows FOR EACH ROW EXECUTE FUNCTION workflow_keep_redacted();
CREATE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON public.redacted_rows FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON public.workflow_anchored_events FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON public.workflow_anchors FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON public.workflow_approvals FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON public.workflow_chains FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON public.workflow_events FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON public.workflow_revocations FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON public.workflow_sign_offs FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles_career_path FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles_day_in_the_life FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles_entry_routes FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles_faq FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles_media FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles_related_professions FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles_rels FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles_salary_figures FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles_sections FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles_skills FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles_statistics FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.career_profiles_voices FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections_career_path FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections_day_in_the_life FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections_entry_routes FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections_faq FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections_media FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections_related_professions FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections_rels FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections_salary_figures FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections_sections FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections_skills FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections_statistics FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.regional_sections_voices FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
CREATE TRIGGER workflow_stamp_event BEFORE INSERT ON public.workflow_events FOR EACH ROW EXECUTE FUNCTION workflow_stamp_event();

-- rights

GRANT EXECUTE ON FUNCTION delivery.note_key_use(text) TO berufsbild_delivery;
GRANT EXECUTE ON FUNCTION delivery.preview(uuid,text,uuid) TO berufsbild_delivery;
GRANT EXECUTE ON FUNCTION keep_desks() TO PUBLIC;
GRANT EXECUTE ON FUNCTION log_append_only() TO PUBLIC;
GRANT EXECUTE ON FUNCTION log_ask_proof() TO PUBLIC;
GRANT EXECUTE ON FUNCTION log_keep_checkpoint() TO PUBLIC;
GRANT EXECUTE ON FUNCTION log_keep_keys() TO PUBLIC;
GRANT EXECUTE ON FUNCTION log_keep_leaves() TO PUBLIC;
GRANT EXECUTE ON FUNCTION log_leave_unnumbered() TO PUBLIC;
GRANT EXECUTE ON FUNCTION log_number_leaf() TO PUBLIC;
GRANT EXECUTE ON FUNCTION newsroom_keep_assignment() TO PUBLIC;
GRANT EXECUTE ON FUNCTION newsroom_keep_claim() TO PUBLIC;
GRANT EXECUTE ON FUNCTION newsroom_keep_copy() TO PUBLIC;
GRANT EXECUTE ON FUNCTION newsroom_keep_plan() TO PUBLIC;
GRANT EXECUTE ON FUNCTION newsroom_keep_revocation() TO PUBLIC;
GRANT EXECUTE ON FUNCTION newsroom_keep_sign_off() TO PUBLIC;
GRANT EXECUTE ON FUNCTION newsroom_keep_signed_off() TO PUBLIC;
GRANT EXECUTE ON FUNCTION newsroom_keep_signer() TO PUBLIC;
GRANT EXECUTE ON FUNCTION newsroom_keep_state() TO PUBLIC;
GRANT EXECUTE ON FUNCTION newsroom_signed_off(uuid,jsonb) TO PUBLIC;
GRANT EXECUTE ON FUNCTION oversize_row(jsonb) TO PUBLIC;
GRANT EXECUTE ON FUNCTION queue_webhook_deliveries() TO PUBLIC;
GRANT EXECUTE ON FUNCTION reference_has_event(text,uuid,text[],uuid) TO PUBLIC;
GRANT EXECUTE ON FUNCTION reference_keep_entry() TO PUBLIC;
GRANT EXECUTE ON FUNCTION reference_keep_proposal() TO PUBLIC;
GRANT EXECUTE ON FUNCTION refuse_oversize(text,jsonb,text,text,text[]) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_append_only() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_check_approval() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_check_revocation() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_check_sign_off() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_clock() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_clock_stage(workflow_events) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_event_hash(workflow_events) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_guard_chain() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_guard_document() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_guard_new_picture() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_guard_part() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_guard_picture() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_has_event(text,text[],text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_is_approved(text,text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_is_emptied(jsonb,jsonb,text[]) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_is_redacting(uuid) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_is_shown(uuid) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_keep_erasure() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_keep_event() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_keep_redacted() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_keep_row() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_netstring(text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_parts(text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_pseudonym(text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_redacts(text,text,text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_refuse_truncate() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_rows_in(text,jsonb) TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_stamp_event() TO PUBLIC;
GRANT EXECUTE ON FUNCTION workflow_without(workflow_events,boolean,boolean,text[]) TO PUBLIC;
GRANT SELECT ON delivery.documents TO berufsbild_delivery;
GRANT SELECT ON delivery.jobs TO berufsbild_delivery;
GRANT SELECT ON delivery.last_comparison TO berufsbild_delivery;
GRANT SELECT ON delivery.lexicon TO berufsbild_delivery;
GRANT SELECT ON delivery.log_checkpoints TO berufsbild_delivery;
GRANT SELECT ON delivery.log_cosignatures TO berufsbild_delivery;
GRANT SELECT ON delivery.log_entries TO berufsbild_delivery;
GRANT SELECT ON delivery.log_keys TO berufsbild_delivery;
GRANT SELECT ON delivery.log_nodes TO berufsbild_delivery;
GRANT SELECT ON delivery.log_redactions TO berufsbild_delivery;
GRANT SELECT ON delivery.open_faults TO berufsbild_delivery;
GRANT SELECT ON delivery.portraits TO berufsbild_delivery;
GRANT SELECT ON delivery.professions TO berufsbild_delivery;
GRANT SELECT ON delivery.regions TO berufsbild_delivery;
GRANT SELECT ON delivery.releases TO berufsbild_delivery;
GRANT SELECT ON delivery.site_keys TO berufsbild_delivery;
GRANT SELECT ON delivery.sites TO berufsbild_delivery;
GRANT USAGE ON SCHEMA delivery TO berufsbild_delivery;
GRANT USAGE ON SCHEMA public TO PUBLIC;
