import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_career_profiles_sections_kind" AS ENUM('aufgaben', 'anforderungen', 'arbeitsumfeld', 'zugang', 'regionales', 'verdienst', 'weiterbildung', 'perspektive', 'sonstiges');
  CREATE TYPE "public"."enum_career_profiles_salary_figures_kind" AS ENUM('einstieg', 'spanne', 'median');
  CREATE TYPE "public"."enum_career_profiles_salary_figures_period" AS ENUM('JAHR', 'MONAT', 'STUNDE');
  CREATE TYPE "public"."enum_career_profiles_salary_figures_currency" AS ENUM('EUR');
  CREATE TYPE "public"."enum_career_profiles_provenance_origin" AS ENUM('human', 'ai-assisted', 'ai-generated');
  CREATE TYPE "public"."enum_career_profiles_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__career_profiles_v_version_sections_kind" AS ENUM('aufgaben', 'anforderungen', 'arbeitsumfeld', 'zugang', 'regionales', 'verdienst', 'weiterbildung', 'perspektive', 'sonstiges');
  CREATE TYPE "public"."enum__career_profiles_v_version_salary_figures_kind" AS ENUM('einstieg', 'spanne', 'median');
  CREATE TYPE "public"."enum__career_profiles_v_version_salary_figures_period" AS ENUM('JAHR', 'MONAT', 'STUNDE');
  CREATE TYPE "public"."enum__career_profiles_v_version_salary_figures_currency" AS ENUM('EUR');
  CREATE TYPE "public"."enum__career_profiles_v_version_provenance_origin" AS ENUM('human', 'ai-assisted', 'ai-generated');
  CREATE TYPE "public"."enum__career_profiles_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_regional_sections_sections_kind" AS ENUM('aufgaben', 'anforderungen', 'arbeitsumfeld', 'zugang', 'regionales', 'verdienst', 'weiterbildung', 'perspektive', 'sonstiges');
  CREATE TYPE "public"."enum_regional_sections_salary_figures_kind" AS ENUM('einstieg', 'spanne', 'median');
  CREATE TYPE "public"."enum_regional_sections_salary_figures_period" AS ENUM('JAHR', 'MONAT', 'STUNDE');
  CREATE TYPE "public"."enum_regional_sections_salary_figures_currency" AS ENUM('EUR');
  CREATE TYPE "public"."enum_regional_sections_provenance_origin" AS ENUM('human', 'ai-assisted', 'ai-generated');
  CREATE TYPE "public"."enum_regional_sections_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__regional_sections_v_version_sections_kind" AS ENUM('aufgaben', 'anforderungen', 'arbeitsumfeld', 'zugang', 'regionales', 'verdienst', 'weiterbildung', 'perspektive', 'sonstiges');
  CREATE TYPE "public"."enum__regional_sections_v_version_salary_figures_kind" AS ENUM('einstieg', 'spanne', 'median');
  CREATE TYPE "public"."enum__regional_sections_v_version_salary_figures_period" AS ENUM('JAHR', 'MONAT', 'STUNDE');
  CREATE TYPE "public"."enum__regional_sections_v_version_salary_figures_currency" AS ENUM('EUR');
  CREATE TYPE "public"."enum__regional_sections_v_version_provenance_origin" AS ENUM('human', 'ai-assisted', 'ai-generated');
  CREATE TYPE "public"."enum__regional_sections_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_regions_kind" AS ENUM('land', 'kreis', 'kreisfreieStadt', 'gemeinde');
  CREATE TYPE "public"."enum_sources_kind" AS ENUM('statistik', 'tarif', 'studie', 'sonstige');
  CREATE TYPE "public"."enum_job_references_employment_type" AS ENUM('FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN', 'VOLUNTEER', 'PER_DIEM', 'OTHER');
  CREATE TYPE "public"."enum_job_feeds_format" AS ENUM('personio', 'json-ld', 'indeed');
  CREATE TYPE "public"."enum_import_runs_kind" AS ENUM('portraits');
  CREATE TYPE "public"."enum_users_role" AS ENUM('author', 'editor', 'admin');
  CREATE TYPE "public"."enum_workflow_states_stage" AS ENUM('draft', 'in_review', 'changes_requested', 'approved', 'live', 'archived');
  CREATE TABLE "career_profiles_sections" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" "enum_career_profiles_sections_kind",
  	"heading" varchar,
  	"body" jsonb,
  	"kind_confidence" numeric
  );
  
  CREATE TABLE "career_profiles_salary_figures" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" "enum_career_profiles_salary_figures_kind",
  	"period" "enum_career_profiles_salary_figures_period",
  	"currency" "enum_career_profiles_salary_figures_currency" DEFAULT 'EUR',
  	"min" numeric,
  	"q25" numeric,
  	"median" numeric,
  	"q75" numeric,
  	"max" numeric,
  	"upper_hint" numeric,
  	"gross" boolean,
  	"full_time" boolean,
  	"censored" boolean,
  	"is_period_stated" boolean DEFAULT true,
  	"source_id" uuid,
  	"reference_year" numeric,
  	"sample_size" numeric,
  	"region_id" uuid,
  	"stated_as" varchar
  );
  
  CREATE TABLE "career_profiles_media" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"file_id" uuid,
  	"caption" varchar
  );
  
  CREATE TABLE "career_profiles" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"profession_id" uuid,
  	"kicker" varchar,
  	"headline" varchar,
  	"intro" varchar,
  	"seo_title" varchar,
  	"seo_description" varchar,
  	"provenance_origin" "enum_career_profiles_provenance_origin" DEFAULT 'human',
  	"provenance_tool" varchar,
  	"provenance_date" timestamp(3) with time zone,
  	"provenance_responsible" varchar,
  	"author_id" uuid,
  	"digest" varchar,
  	"imported_from_file" varchar,
  	"imported_from_sha256" varchar,
  	"imported_from_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_career_profiles_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "career_profiles_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"sources_id" uuid,
  	"sites_id" uuid
  );
  
  CREATE TABLE "_career_profiles_v_version_sections" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum__career_profiles_v_version_sections_kind",
  	"heading" varchar,
  	"body" jsonb,
  	"kind_confidence" numeric,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_career_profiles_v_version_salary_figures" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum__career_profiles_v_version_salary_figures_kind",
  	"period" "enum__career_profiles_v_version_salary_figures_period",
  	"currency" "enum__career_profiles_v_version_salary_figures_currency" DEFAULT 'EUR',
  	"min" numeric,
  	"q25" numeric,
  	"median" numeric,
  	"q75" numeric,
  	"max" numeric,
  	"upper_hint" numeric,
  	"gross" boolean,
  	"full_time" boolean,
  	"censored" boolean,
  	"is_period_stated" boolean DEFAULT true,
  	"source_id" uuid,
  	"reference_year" numeric,
  	"sample_size" numeric,
  	"region_id" uuid,
  	"stated_as" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_career_profiles_v_version_media" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"file_id" uuid,
  	"caption" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_career_profiles_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_profession_id" uuid,
  	"version_kicker" varchar,
  	"version_headline" varchar,
  	"version_intro" varchar,
  	"version_seo_title" varchar,
  	"version_seo_description" varchar,
  	"version_provenance_origin" "enum__career_profiles_v_version_provenance_origin" DEFAULT 'human',
  	"version_provenance_tool" varchar,
  	"version_provenance_date" timestamp(3) with time zone,
  	"version_provenance_responsible" varchar,
  	"version_author_id" uuid,
  	"version_digest" varchar,
  	"version_imported_from_file" varchar,
  	"version_imported_from_sha256" varchar,
  	"version_imported_from_at" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__career_profiles_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_career_profiles_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"sources_id" uuid,
  	"sites_id" uuid
  );
  
  CREATE TABLE "regional_sections_sections" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" "enum_regional_sections_sections_kind",
  	"heading" varchar,
  	"body" jsonb,
  	"kind_confidence" numeric
  );
  
  CREATE TABLE "regional_sections_salary_figures" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" "enum_regional_sections_salary_figures_kind",
  	"period" "enum_regional_sections_salary_figures_period",
  	"currency" "enum_regional_sections_salary_figures_currency" DEFAULT 'EUR',
  	"min" numeric,
  	"q25" numeric,
  	"median" numeric,
  	"q75" numeric,
  	"max" numeric,
  	"upper_hint" numeric,
  	"gross" boolean,
  	"full_time" boolean,
  	"censored" boolean,
  	"is_period_stated" boolean DEFAULT true,
  	"source_id" uuid,
  	"reference_year" numeric,
  	"sample_size" numeric,
  	"region_id" uuid,
  	"stated_as" varchar
  );
  
  CREATE TABLE "regional_sections_media" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"file_id" uuid,
  	"caption" varchar
  );
  
  CREATE TABLE "regional_sections" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"profession_id" uuid,
  	"region_id" uuid,
  	"kicker" varchar,
  	"headline" varchar,
  	"intro" varchar,
  	"seo_title" varchar,
  	"seo_description" varchar,
  	"provenance_origin" "enum_regional_sections_provenance_origin" DEFAULT 'human',
  	"provenance_tool" varchar,
  	"provenance_date" timestamp(3) with time zone,
  	"provenance_responsible" varchar,
  	"author_id" uuid,
  	"digest" varchar,
  	"imported_from_file" varchar,
  	"imported_from_sha256" varchar,
  	"imported_from_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_regional_sections_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "regional_sections_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"sources_id" uuid,
  	"sites_id" uuid
  );
  
  CREATE TABLE "_regional_sections_v_version_sections" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum__regional_sections_v_version_sections_kind",
  	"heading" varchar,
  	"body" jsonb,
  	"kind_confidence" numeric,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_regional_sections_v_version_salary_figures" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum__regional_sections_v_version_salary_figures_kind",
  	"period" "enum__regional_sections_v_version_salary_figures_period",
  	"currency" "enum__regional_sections_v_version_salary_figures_currency" DEFAULT 'EUR',
  	"min" numeric,
  	"q25" numeric,
  	"median" numeric,
  	"q75" numeric,
  	"max" numeric,
  	"upper_hint" numeric,
  	"gross" boolean,
  	"full_time" boolean,
  	"censored" boolean,
  	"is_period_stated" boolean DEFAULT true,
  	"source_id" uuid,
  	"reference_year" numeric,
  	"sample_size" numeric,
  	"region_id" uuid,
  	"stated_as" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_regional_sections_v_version_media" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"file_id" uuid,
  	"caption" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_regional_sections_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_profession_id" uuid,
  	"version_region_id" uuid,
  	"version_kicker" varchar,
  	"version_headline" varchar,
  	"version_intro" varchar,
  	"version_seo_title" varchar,
  	"version_seo_description" varchar,
  	"version_provenance_origin" "enum__regional_sections_v_version_provenance_origin" DEFAULT 'human',
  	"version_provenance_tool" varchar,
  	"version_provenance_date" timestamp(3) with time zone,
  	"version_provenance_responsible" varchar,
  	"version_author_id" uuid,
  	"version_digest" varchar,
  	"version_imported_from_file" varchar,
  	"version_imported_from_sha256" varchar,
  	"version_imported_from_at" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__regional_sections_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_regional_sections_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"sources_id" uuid,
  	"sites_id" uuid
  );
  
  CREATE TABLE "professions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"forms_masculine" varchar,
  	"forms_feminine" varchar,
  	"forms_neutral" varchar,
  	"kldb2010" varchar,
  	"isco08" varchar,
  	"esco_uri" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "professions_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "regions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"kind" "enum_regions_kind" DEFAULT 'gemeinde' NOT NULL,
  	"ags" varchar,
  	"ars" varchar,
  	"nuts3" varchar,
  	"latitude" numeric,
  	"longitude" numeric,
  	"parent_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "regions_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "regions_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"regions_id" uuid
  );
  
  CREATE TABLE "sources" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"publisher" varchar,
  	"url" varchar,
  	"kind" "enum_sources_kind" DEFAULT 'sonstige' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sources_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "employers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"url" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "employers_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "employers_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"regions_id" uuid
  );
  
  CREATE TABLE "job_references_employment_type" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_job_references_employment_type",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "job_references" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"url" varchar NOT NULL,
  	"external_id" varchar NOT NULL,
  	"feed_id" uuid,
  	"hiring_organization" varchar NOT NULL,
  	"employer_id" uuid,
  	"profession_id" uuid,
  	"region_id" uuid,
  	"city" varchar,
  	"postal_code" varchar,
  	"date_posted" timestamp(3) with time zone NOT NULL,
  	"valid_through" timestamp(3) with time zone,
  	"is_remote" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "job_feeds" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"url" varchar NOT NULL,
  	"format" "enum_job_feeds_format" NOT NULL,
  	"employer_id" uuid,
  	"is_active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "import_runs" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum_import_runs_kind" NOT NULL,
  	"started_at" timestamp(3) with time zone NOT NULL,
  	"finished_at" timestamp(3) with time zone,
  	"started_by_id" uuid,
  	"created" numeric NOT NULL,
  	"updated" numeric NOT NULL,
  	"unchanged" numeric NOT NULL,
  	"failed" numeric NOT NULL,
  	"report" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"alt" varchar NOT NULL,
  	"credit" varchar,
  	"uploaded_by_id" uuid,
  	"released_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"role" "enum_users_role" DEFAULT 'author' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "users_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"desks_id" uuid
  );
  
  CREATE TABLE "desks" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "desks_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"regions_id" uuid,
  	"professions_id" uuid
  );
  
  CREATE TABLE "sites_keys" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"prefix" varchar,
  	"hash" varchar,
  	"made_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "sites" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"preview_url" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sites_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "workflow_states" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"document_collection" varchar NOT NULL,
  	"stage" "enum_workflow_states_stage" NOT NULL,
  	"digest" varchar NOT NULL,
  	"round" numeric NOT NULL,
  	"contributors" jsonb NOT NULL,
  	"live_digest" varchar,
  	"live_round" numeric,
  	"live_published_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "workflow_approvals" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"document_collection" varchar NOT NULL,
  	"document" varchar NOT NULL,
  	"digest" varchar NOT NULL,
  	"round" numeric NOT NULL,
  	"approved_by" varchar NOT NULL,
  	"approved_by_name" varchar NOT NULL,
  	"comment" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "workflow_events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"document_collection" varchar NOT NULL,
  	"document" varchar NOT NULL,
  	"transition" varchar NOT NULL,
  	"from_stage" varchar,
  	"to_stage" varchar NOT NULL,
  	"digest" varchar NOT NULL,
  	"actor" varchar,
  	"actor_name" varchar,
  	"comment" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"career_profiles_id" uuid,
  	"regional_sections_id" uuid,
  	"professions_id" uuid,
  	"regions_id" uuid,
  	"sources_id" uuid,
  	"employers_id" uuid,
  	"job_references_id" uuid,
  	"job_feeds_id" uuid,
  	"media_id" uuid,
  	"users_id" uuid,
  	"desks_id" uuid,
  	"sites_id" uuid
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid,
  	"sites_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "career_profiles_sections" ADD CONSTRAINT "career_profiles_sections_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."career_profiles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "career_profiles_salary_figures" ADD CONSTRAINT "career_profiles_salary_figures_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "career_profiles_salary_figures" ADD CONSTRAINT "career_profiles_salary_figures_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "career_profiles_salary_figures" ADD CONSTRAINT "career_profiles_salary_figures_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."career_profiles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "career_profiles_media" ADD CONSTRAINT "career_profiles_media_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "career_profiles_media" ADD CONSTRAINT "career_profiles_media_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."career_profiles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "career_profiles" ADD CONSTRAINT "career_profiles_profession_id_professions_id_fk" FOREIGN KEY ("profession_id") REFERENCES "public"."professions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "career_profiles" ADD CONSTRAINT "career_profiles_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "career_profiles_rels" ADD CONSTRAINT "career_profiles_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."career_profiles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "career_profiles_rels" ADD CONSTRAINT "career_profiles_rels_sources_fk" FOREIGN KEY ("sources_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "career_profiles_rels" ADD CONSTRAINT "career_profiles_rels_sites_fk" FOREIGN KEY ("sites_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_sections" ADD CONSTRAINT "_career_profiles_v_version_sections_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_career_profiles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_salary_figures" ADD CONSTRAINT "_career_profiles_v_version_salary_figures_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_salary_figures" ADD CONSTRAINT "_career_profiles_v_version_salary_figures_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_salary_figures" ADD CONSTRAINT "_career_profiles_v_version_salary_figures_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_career_profiles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_media" ADD CONSTRAINT "_career_profiles_v_version_media_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_media" ADD CONSTRAINT "_career_profiles_v_version_media_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_career_profiles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_career_profiles_v" ADD CONSTRAINT "_career_profiles_v_parent_id_career_profiles_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."career_profiles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_career_profiles_v" ADD CONSTRAINT "_career_profiles_v_version_profession_id_professions_id_fk" FOREIGN KEY ("version_profession_id") REFERENCES "public"."professions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_career_profiles_v" ADD CONSTRAINT "_career_profiles_v_version_author_id_users_id_fk" FOREIGN KEY ("version_author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_rels" ADD CONSTRAINT "_career_profiles_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_career_profiles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_rels" ADD CONSTRAINT "_career_profiles_v_rels_sources_fk" FOREIGN KEY ("sources_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_rels" ADD CONSTRAINT "_career_profiles_v_rels_sites_fk" FOREIGN KEY ("sites_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regional_sections_sections" ADD CONSTRAINT "regional_sections_sections_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."regional_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regional_sections_salary_figures" ADD CONSTRAINT "regional_sections_salary_figures_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "regional_sections_salary_figures" ADD CONSTRAINT "regional_sections_salary_figures_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "regional_sections_salary_figures" ADD CONSTRAINT "regional_sections_salary_figures_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."regional_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regional_sections_media" ADD CONSTRAINT "regional_sections_media_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "regional_sections_media" ADD CONSTRAINT "regional_sections_media_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."regional_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regional_sections" ADD CONSTRAINT "regional_sections_profession_id_professions_id_fk" FOREIGN KEY ("profession_id") REFERENCES "public"."professions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "regional_sections" ADD CONSTRAINT "regional_sections_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "regional_sections" ADD CONSTRAINT "regional_sections_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "regional_sections_rels" ADD CONSTRAINT "regional_sections_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."regional_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regional_sections_rels" ADD CONSTRAINT "regional_sections_rels_sources_fk" FOREIGN KEY ("sources_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regional_sections_rels" ADD CONSTRAINT "regional_sections_rels_sites_fk" FOREIGN KEY ("sites_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_sections" ADD CONSTRAINT "_regional_sections_v_version_sections_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_regional_sections_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_salary_figures" ADD CONSTRAINT "_regional_sections_v_version_salary_figures_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_salary_figures" ADD CONSTRAINT "_regional_sections_v_version_salary_figures_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_salary_figures" ADD CONSTRAINT "_regional_sections_v_version_salary_figures_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_regional_sections_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_media" ADD CONSTRAINT "_regional_sections_v_version_media_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_media" ADD CONSTRAINT "_regional_sections_v_version_media_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_regional_sections_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_regional_sections_v" ADD CONSTRAINT "_regional_sections_v_parent_id_regional_sections_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."regional_sections"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_regional_sections_v" ADD CONSTRAINT "_regional_sections_v_version_profession_id_professions_id_fk" FOREIGN KEY ("version_profession_id") REFERENCES "public"."professions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_regional_sections_v" ADD CONSTRAINT "_regional_sections_v_version_region_id_regions_id_fk" FOREIGN KEY ("version_region_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_regional_sections_v" ADD CONSTRAINT "_regional_sections_v_version_author_id_users_id_fk" FOREIGN KEY ("version_author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_rels" ADD CONSTRAINT "_regional_sections_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_regional_sections_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_rels" ADD CONSTRAINT "_regional_sections_v_rels_sources_fk" FOREIGN KEY ("sources_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_rels" ADD CONSTRAINT "_regional_sections_v_rels_sites_fk" FOREIGN KEY ("sites_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "professions_texts" ADD CONSTRAINT "professions_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."professions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regions" ADD CONSTRAINT "regions_parent_id_regions_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "regions_texts" ADD CONSTRAINT "regions_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."regions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regions_rels" ADD CONSTRAINT "regions_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."regions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regions_rels" ADD CONSTRAINT "regions_rels_regions_fk" FOREIGN KEY ("regions_id") REFERENCES "public"."regions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sources_texts" ADD CONSTRAINT "sources_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "employers_texts" ADD CONSTRAINT "employers_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."employers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "employers_rels" ADD CONSTRAINT "employers_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."employers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "employers_rels" ADD CONSTRAINT "employers_rels_regions_fk" FOREIGN KEY ("regions_id") REFERENCES "public"."regions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "job_references_employment_type" ADD CONSTRAINT "job_references_employment_type_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."job_references"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "job_references" ADD CONSTRAINT "job_references_feed_id_job_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."job_feeds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_references" ADD CONSTRAINT "job_references_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_references" ADD CONSTRAINT "job_references_profession_id_professions_id_fk" FOREIGN KEY ("profession_id") REFERENCES "public"."professions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_references" ADD CONSTRAINT "job_references_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "job_feeds" ADD CONSTRAINT "job_feeds_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_started_by_id_users_id_fk" FOREIGN KEY ("started_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_uploaded_by_id_users_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_desks_fk" FOREIGN KEY ("desks_id") REFERENCES "public"."desks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "desks_rels" ADD CONSTRAINT "desks_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."desks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "desks_rels" ADD CONSTRAINT "desks_rels_regions_fk" FOREIGN KEY ("regions_id") REFERENCES "public"."regions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "desks_rels" ADD CONSTRAINT "desks_rels_professions_fk" FOREIGN KEY ("professions_id") REFERENCES "public"."professions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sites_keys" ADD CONSTRAINT "sites_keys_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sites_texts" ADD CONSTRAINT "sites_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_career_profiles_fk" FOREIGN KEY ("career_profiles_id") REFERENCES "public"."career_profiles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_regional_sections_fk" FOREIGN KEY ("regional_sections_id") REFERENCES "public"."regional_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_professions_fk" FOREIGN KEY ("professions_id") REFERENCES "public"."professions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_regions_fk" FOREIGN KEY ("regions_id") REFERENCES "public"."regions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_sources_fk" FOREIGN KEY ("sources_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_employers_fk" FOREIGN KEY ("employers_id") REFERENCES "public"."employers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_job_references_fk" FOREIGN KEY ("job_references_id") REFERENCES "public"."job_references"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_job_feeds_fk" FOREIGN KEY ("job_feeds_id") REFERENCES "public"."job_feeds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_desks_fk" FOREIGN KEY ("desks_id") REFERENCES "public"."desks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_sites_fk" FOREIGN KEY ("sites_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_sites_fk" FOREIGN KEY ("sites_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "career_profiles_sections_order_idx" ON "career_profiles_sections" USING btree ("_order");
  CREATE INDEX "career_profiles_sections_parent_id_idx" ON "career_profiles_sections" USING btree ("_parent_id");
  CREATE INDEX "career_profiles_salary_figures_order_idx" ON "career_profiles_salary_figures" USING btree ("_order");
  CREATE INDEX "career_profiles_salary_figures_parent_id_idx" ON "career_profiles_salary_figures" USING btree ("_parent_id");
  CREATE INDEX "career_profiles_salary_figures_source_idx" ON "career_profiles_salary_figures" USING btree ("source_id");
  CREATE INDEX "career_profiles_salary_figures_region_idx" ON "career_profiles_salary_figures" USING btree ("region_id");
  CREATE INDEX "career_profiles_media_order_idx" ON "career_profiles_media" USING btree ("_order");
  CREATE INDEX "career_profiles_media_parent_id_idx" ON "career_profiles_media" USING btree ("_parent_id");
  CREATE INDEX "career_profiles_media_file_idx" ON "career_profiles_media" USING btree ("file_id");
  CREATE UNIQUE INDEX "career_profiles_profession_idx" ON "career_profiles" USING btree ("profession_id");
  CREATE INDEX "career_profiles_author_idx" ON "career_profiles" USING btree ("author_id");
  CREATE INDEX "career_profiles_digest_idx" ON "career_profiles" USING btree ("digest");
  CREATE INDEX "career_profiles_updated_at_idx" ON "career_profiles" USING btree ("updated_at");
  CREATE INDEX "career_profiles_created_at_idx" ON "career_profiles" USING btree ("created_at");
  CREATE INDEX "career_profiles__status_idx" ON "career_profiles" USING btree ("_status");
  CREATE INDEX "career_profiles_rels_order_idx" ON "career_profiles_rels" USING btree ("order");
  CREATE INDEX "career_profiles_rels_parent_idx" ON "career_profiles_rels" USING btree ("parent_id");
  CREATE INDEX "career_profiles_rels_path_idx" ON "career_profiles_rels" USING btree ("path");
  CREATE INDEX "career_profiles_rels_sources_id_idx" ON "career_profiles_rels" USING btree ("sources_id");
  CREATE INDEX "career_profiles_rels_sites_id_idx" ON "career_profiles_rels" USING btree ("sites_id");
  CREATE INDEX "_career_profiles_v_version_sections_order_idx" ON "_career_profiles_v_version_sections" USING btree ("_order");
  CREATE INDEX "_career_profiles_v_version_sections_parent_id_idx" ON "_career_profiles_v_version_sections" USING btree ("_parent_id");
  CREATE INDEX "_career_profiles_v_version_salary_figures_order_idx" ON "_career_profiles_v_version_salary_figures" USING btree ("_order");
  CREATE INDEX "_career_profiles_v_version_salary_figures_parent_id_idx" ON "_career_profiles_v_version_salary_figures" USING btree ("_parent_id");
  CREATE INDEX "_career_profiles_v_version_salary_figures_source_idx" ON "_career_profiles_v_version_salary_figures" USING btree ("source_id");
  CREATE INDEX "_career_profiles_v_version_salary_figures_region_idx" ON "_career_profiles_v_version_salary_figures" USING btree ("region_id");
  CREATE INDEX "_career_profiles_v_version_media_order_idx" ON "_career_profiles_v_version_media" USING btree ("_order");
  CREATE INDEX "_career_profiles_v_version_media_parent_id_idx" ON "_career_profiles_v_version_media" USING btree ("_parent_id");
  CREATE INDEX "_career_profiles_v_version_media_file_idx" ON "_career_profiles_v_version_media" USING btree ("file_id");
  CREATE INDEX "_career_profiles_v_parent_idx" ON "_career_profiles_v" USING btree ("parent_id");
  CREATE INDEX "_career_profiles_v_version_version_profession_idx" ON "_career_profiles_v" USING btree ("version_profession_id");
  CREATE INDEX "_career_profiles_v_version_version_author_idx" ON "_career_profiles_v" USING btree ("version_author_id");
  CREATE INDEX "_career_profiles_v_version_version_digest_idx" ON "_career_profiles_v" USING btree ("version_digest");
  CREATE INDEX "_career_profiles_v_version_version_updated_at_idx" ON "_career_profiles_v" USING btree ("version_updated_at");
  CREATE INDEX "_career_profiles_v_version_version_created_at_idx" ON "_career_profiles_v" USING btree ("version_created_at");
  CREATE INDEX "_career_profiles_v_version_version__status_idx" ON "_career_profiles_v" USING btree ("version__status");
  CREATE INDEX "_career_profiles_v_created_at_idx" ON "_career_profiles_v" USING btree ("created_at");
  CREATE INDEX "_career_profiles_v_updated_at_idx" ON "_career_profiles_v" USING btree ("updated_at");
  CREATE INDEX "_career_profiles_v_latest_idx" ON "_career_profiles_v" USING btree ("latest");
  CREATE INDEX "_career_profiles_v_autosave_idx" ON "_career_profiles_v" USING btree ("autosave");
  CREATE INDEX "_career_profiles_v_rels_order_idx" ON "_career_profiles_v_rels" USING btree ("order");
  CREATE INDEX "_career_profiles_v_rels_parent_idx" ON "_career_profiles_v_rels" USING btree ("parent_id");
  CREATE INDEX "_career_profiles_v_rels_path_idx" ON "_career_profiles_v_rels" USING btree ("path");
  CREATE INDEX "_career_profiles_v_rels_sources_id_idx" ON "_career_profiles_v_rels" USING btree ("sources_id");
  CREATE INDEX "_career_profiles_v_rels_sites_id_idx" ON "_career_profiles_v_rels" USING btree ("sites_id");
  CREATE INDEX "regional_sections_sections_order_idx" ON "regional_sections_sections" USING btree ("_order");
  CREATE INDEX "regional_sections_sections_parent_id_idx" ON "regional_sections_sections" USING btree ("_parent_id");
  CREATE INDEX "regional_sections_salary_figures_order_idx" ON "regional_sections_salary_figures" USING btree ("_order");
  CREATE INDEX "regional_sections_salary_figures_parent_id_idx" ON "regional_sections_salary_figures" USING btree ("_parent_id");
  CREATE INDEX "regional_sections_salary_figures_source_idx" ON "regional_sections_salary_figures" USING btree ("source_id");
  CREATE INDEX "regional_sections_salary_figures_region_idx" ON "regional_sections_salary_figures" USING btree ("region_id");
  CREATE INDEX "regional_sections_media_order_idx" ON "regional_sections_media" USING btree ("_order");
  CREATE INDEX "regional_sections_media_parent_id_idx" ON "regional_sections_media" USING btree ("_parent_id");
  CREATE INDEX "regional_sections_media_file_idx" ON "regional_sections_media" USING btree ("file_id");
  CREATE INDEX "regional_sections_profession_idx" ON "regional_sections" USING btree ("profession_id");
  CREATE INDEX "regional_sections_region_idx" ON "regional_sections" USING btree ("region_id");
  CREATE INDEX "regional_sections_author_idx" ON "regional_sections" USING btree ("author_id");
  CREATE INDEX "regional_sections_digest_idx" ON "regional_sections" USING btree ("digest");
  CREATE INDEX "regional_sections_updated_at_idx" ON "regional_sections" USING btree ("updated_at");
  CREATE INDEX "regional_sections_created_at_idx" ON "regional_sections" USING btree ("created_at");
  CREATE INDEX "regional_sections__status_idx" ON "regional_sections" USING btree ("_status");
  CREATE UNIQUE INDEX "profession_region_idx" ON "regional_sections" USING btree ("profession_id","region_id");
  CREATE INDEX "regional_sections_rels_order_idx" ON "regional_sections_rels" USING btree ("order");
  CREATE INDEX "regional_sections_rels_parent_idx" ON "regional_sections_rels" USING btree ("parent_id");
  CREATE INDEX "regional_sections_rels_path_idx" ON "regional_sections_rels" USING btree ("path");
  CREATE INDEX "regional_sections_rels_sources_id_idx" ON "regional_sections_rels" USING btree ("sources_id");
  CREATE INDEX "regional_sections_rels_sites_id_idx" ON "regional_sections_rels" USING btree ("sites_id");
  CREATE INDEX "_regional_sections_v_version_sections_order_idx" ON "_regional_sections_v_version_sections" USING btree ("_order");
  CREATE INDEX "_regional_sections_v_version_sections_parent_id_idx" ON "_regional_sections_v_version_sections" USING btree ("_parent_id");
  CREATE INDEX "_regional_sections_v_version_salary_figures_order_idx" ON "_regional_sections_v_version_salary_figures" USING btree ("_order");
  CREATE INDEX "_regional_sections_v_version_salary_figures_parent_id_idx" ON "_regional_sections_v_version_salary_figures" USING btree ("_parent_id");
  CREATE INDEX "_regional_sections_v_version_salary_figures_source_idx" ON "_regional_sections_v_version_salary_figures" USING btree ("source_id");
  CREATE INDEX "_regional_sections_v_version_salary_figures_region_idx" ON "_regional_sections_v_version_salary_figures" USING btree ("region_id");
  CREATE INDEX "_regional_sections_v_version_media_order_idx" ON "_regional_sections_v_version_media" USING btree ("_order");
  CREATE INDEX "_regional_sections_v_version_media_parent_id_idx" ON "_regional_sections_v_version_media" USING btree ("_parent_id");
  CREATE INDEX "_regional_sections_v_version_media_file_idx" ON "_regional_sections_v_version_media" USING btree ("file_id");
  CREATE INDEX "_regional_sections_v_parent_idx" ON "_regional_sections_v" USING btree ("parent_id");
  CREATE INDEX "_regional_sections_v_version_version_profession_idx" ON "_regional_sections_v" USING btree ("version_profession_id");
  CREATE INDEX "_regional_sections_v_version_version_region_idx" ON "_regional_sections_v" USING btree ("version_region_id");
  CREATE INDEX "_regional_sections_v_version_version_author_idx" ON "_regional_sections_v" USING btree ("version_author_id");
  CREATE INDEX "_regional_sections_v_version_version_digest_idx" ON "_regional_sections_v" USING btree ("version_digest");
  CREATE INDEX "_regional_sections_v_version_version_updated_at_idx" ON "_regional_sections_v" USING btree ("version_updated_at");
  CREATE INDEX "_regional_sections_v_version_version_created_at_idx" ON "_regional_sections_v" USING btree ("version_created_at");
  CREATE INDEX "_regional_sections_v_version_version__status_idx" ON "_regional_sections_v" USING btree ("version__status");
  CREATE INDEX "_regional_sections_v_created_at_idx" ON "_regional_sections_v" USING btree ("created_at");
  CREATE INDEX "_regional_sections_v_updated_at_idx" ON "_regional_sections_v" USING btree ("updated_at");
  CREATE INDEX "_regional_sections_v_latest_idx" ON "_regional_sections_v" USING btree ("latest");
  CREATE INDEX "_regional_sections_v_autosave_idx" ON "_regional_sections_v" USING btree ("autosave");
  CREATE INDEX "version_profession_version_region_idx" ON "_regional_sections_v" USING btree ("version_profession_id","version_region_id");
  CREATE INDEX "_regional_sections_v_rels_order_idx" ON "_regional_sections_v_rels" USING btree ("order");
  CREATE INDEX "_regional_sections_v_rels_parent_idx" ON "_regional_sections_v_rels" USING btree ("parent_id");
  CREATE INDEX "_regional_sections_v_rels_path_idx" ON "_regional_sections_v_rels" USING btree ("path");
  CREATE INDEX "_regional_sections_v_rels_sources_id_idx" ON "_regional_sections_v_rels" USING btree ("sources_id");
  CREATE INDEX "_regional_sections_v_rels_sites_id_idx" ON "_regional_sections_v_rels" USING btree ("sites_id");
  CREATE UNIQUE INDEX "professions_name_idx" ON "professions" USING btree ("name");
  CREATE UNIQUE INDEX "professions_slug_idx" ON "professions" USING btree ("slug");
  CREATE INDEX "professions_kldb2010_idx" ON "professions" USING btree ("kldb2010");
  CREATE INDEX "professions_isco08_idx" ON "professions" USING btree ("isco08");
  CREATE INDEX "professions_updated_at_idx" ON "professions" USING btree ("updated_at");
  CREATE INDEX "professions_created_at_idx" ON "professions" USING btree ("created_at");
  CREATE INDEX "professions_texts_order_parent" ON "professions_texts" USING btree ("order","parent_id");
  CREATE INDEX "regions_name_idx" ON "regions" USING btree ("name");
  CREATE UNIQUE INDEX "regions_slug_idx" ON "regions" USING btree ("slug");
  CREATE UNIQUE INDEX "regions_ags_idx" ON "regions" USING btree ("ags");
  CREATE UNIQUE INDEX "regions_ars_idx" ON "regions" USING btree ("ars");
  CREATE INDEX "regions_parent_idx" ON "regions" USING btree ("parent_id");
  CREATE INDEX "regions_updated_at_idx" ON "regions" USING btree ("updated_at");
  CREATE INDEX "regions_created_at_idx" ON "regions" USING btree ("created_at");
  CREATE INDEX "regions_texts_order_parent" ON "regions_texts" USING btree ("order","parent_id");
  CREATE INDEX "regions_rels_order_idx" ON "regions_rels" USING btree ("order");
  CREATE INDEX "regions_rels_parent_idx" ON "regions_rels" USING btree ("parent_id");
  CREATE INDEX "regions_rels_path_idx" ON "regions_rels" USING btree ("path");
  CREATE INDEX "regions_rels_regions_id_idx" ON "regions_rels" USING btree ("regions_id");
  CREATE UNIQUE INDEX "sources_name_idx" ON "sources" USING btree ("name");
  CREATE INDEX "sources_updated_at_idx" ON "sources" USING btree ("updated_at");
  CREATE INDEX "sources_created_at_idx" ON "sources" USING btree ("created_at");
  CREATE INDEX "sources_texts_order_parent" ON "sources_texts" USING btree ("order","parent_id");
  CREATE UNIQUE INDEX "employers_slug_idx" ON "employers" USING btree ("slug");
  CREATE INDEX "employers_updated_at_idx" ON "employers" USING btree ("updated_at");
  CREATE INDEX "employers_created_at_idx" ON "employers" USING btree ("created_at");
  CREATE INDEX "employers_texts_order_parent" ON "employers_texts" USING btree ("order","parent_id");
  CREATE INDEX "employers_rels_order_idx" ON "employers_rels" USING btree ("order");
  CREATE INDEX "employers_rels_parent_idx" ON "employers_rels" USING btree ("parent_id");
  CREATE INDEX "employers_rels_path_idx" ON "employers_rels" USING btree ("path");
  CREATE INDEX "employers_rels_regions_id_idx" ON "employers_rels" USING btree ("regions_id");
  CREATE INDEX "job_references_employment_type_order_idx" ON "job_references_employment_type" USING btree ("order");
  CREATE INDEX "job_references_employment_type_parent_idx" ON "job_references_employment_type" USING btree ("parent_id");
  CREATE INDEX "job_references_feed_idx" ON "job_references" USING btree ("feed_id");
  CREATE INDEX "job_references_employer_idx" ON "job_references" USING btree ("employer_id");
  CREATE INDEX "job_references_profession_idx" ON "job_references" USING btree ("profession_id");
  CREATE INDEX "job_references_region_idx" ON "job_references" USING btree ("region_id");
  CREATE INDEX "job_references_valid_through_idx" ON "job_references" USING btree ("valid_through");
  CREATE INDEX "job_references_updated_at_idx" ON "job_references" USING btree ("updated_at");
  CREATE INDEX "job_references_created_at_idx" ON "job_references" USING btree ("created_at");
  CREATE UNIQUE INDEX "feed_externalId_idx" ON "job_references" USING btree ("feed_id","external_id");
  CREATE INDEX "profession_region_1_idx" ON "job_references" USING btree ("profession_id","region_id");
  CREATE UNIQUE INDEX "job_feeds_name_idx" ON "job_feeds" USING btree ("name");
  CREATE INDEX "job_feeds_employer_idx" ON "job_feeds" USING btree ("employer_id");
  CREATE INDEX "job_feeds_updated_at_idx" ON "job_feeds" USING btree ("updated_at");
  CREATE INDEX "job_feeds_created_at_idx" ON "job_feeds" USING btree ("created_at");
  CREATE INDEX "import_runs_started_by_idx" ON "import_runs" USING btree ("started_by_id");
  CREATE INDEX "import_runs_updated_at_idx" ON "import_runs" USING btree ("updated_at");
  CREATE INDEX "import_runs_created_at_idx" ON "import_runs" USING btree ("created_at");
  CREATE INDEX "media_uploaded_by_idx" ON "media" USING btree ("uploaded_by_id");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "users_rels_order_idx" ON "users_rels" USING btree ("order");
  CREATE INDEX "users_rels_parent_idx" ON "users_rels" USING btree ("parent_id");
  CREATE INDEX "users_rels_path_idx" ON "users_rels" USING btree ("path");
  CREATE INDEX "users_rels_desks_id_idx" ON "users_rels" USING btree ("desks_id");
  CREATE UNIQUE INDEX "desks_name_idx" ON "desks" USING btree ("name");
  CREATE INDEX "desks_updated_at_idx" ON "desks" USING btree ("updated_at");
  CREATE INDEX "desks_created_at_idx" ON "desks" USING btree ("created_at");
  CREATE INDEX "desks_rels_order_idx" ON "desks_rels" USING btree ("order");
  CREATE INDEX "desks_rels_parent_idx" ON "desks_rels" USING btree ("parent_id");
  CREATE INDEX "desks_rels_path_idx" ON "desks_rels" USING btree ("path");
  CREATE INDEX "desks_rels_regions_id_idx" ON "desks_rels" USING btree ("regions_id");
  CREATE INDEX "desks_rels_professions_id_idx" ON "desks_rels" USING btree ("professions_id");
  CREATE INDEX "sites_keys_order_idx" ON "sites_keys" USING btree ("_order");
  CREATE INDEX "sites_keys_parent_id_idx" ON "sites_keys" USING btree ("_parent_id");
  CREATE INDEX "sites_keys_hash_idx" ON "sites_keys" USING btree ("hash");
  CREATE UNIQUE INDEX "sites_name_idx" ON "sites" USING btree ("name");
  CREATE INDEX "sites_updated_at_idx" ON "sites" USING btree ("updated_at");
  CREATE INDEX "sites_created_at_idx" ON "sites" USING btree ("created_at");
  CREATE INDEX "sites_texts_order_parent" ON "sites_texts" USING btree ("order","parent_id");
  CREATE INDEX "workflow_states_document_collection_idx" ON "workflow_states" USING btree ("document_collection");
  CREATE INDEX "workflow_states_stage_idx" ON "workflow_states" USING btree ("stage");
  CREATE INDEX "workflow_states_live_published_at_idx" ON "workflow_states" USING btree ("live_published_at");
  CREATE INDEX "workflow_states_updated_at_idx" ON "workflow_states" USING btree ("updated_at");
  CREATE INDEX "workflow_states_created_at_idx" ON "workflow_states" USING btree ("created_at");
  CREATE INDEX "workflow_approvals_document_idx" ON "workflow_approvals" USING btree ("document");
  CREATE INDEX "workflow_approvals_updated_at_idx" ON "workflow_approvals" USING btree ("updated_at");
  CREATE INDEX "workflow_approvals_created_at_idx" ON "workflow_approvals" USING btree ("created_at");
  CREATE INDEX "workflow_events_document_idx" ON "workflow_events" USING btree ("document");
  CREATE INDEX "workflow_events_updated_at_idx" ON "workflow_events" USING btree ("updated_at");
  CREATE INDEX "workflow_events_created_at_idx" ON "workflow_events" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_career_profiles_id_idx" ON "payload_locked_documents_rels" USING btree ("career_profiles_id");
  CREATE INDEX "payload_locked_documents_rels_regional_sections_id_idx" ON "payload_locked_documents_rels" USING btree ("regional_sections_id");
  CREATE INDEX "payload_locked_documents_rels_professions_id_idx" ON "payload_locked_documents_rels" USING btree ("professions_id");
  CREATE INDEX "payload_locked_documents_rels_regions_id_idx" ON "payload_locked_documents_rels" USING btree ("regions_id");
  CREATE INDEX "payload_locked_documents_rels_sources_id_idx" ON "payload_locked_documents_rels" USING btree ("sources_id");
  CREATE INDEX "payload_locked_documents_rels_employers_id_idx" ON "payload_locked_documents_rels" USING btree ("employers_id");
  CREATE INDEX "payload_locked_documents_rels_job_references_id_idx" ON "payload_locked_documents_rels" USING btree ("job_references_id");
  CREATE INDEX "payload_locked_documents_rels_job_feeds_id_idx" ON "payload_locked_documents_rels" USING btree ("job_feeds_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_desks_id_idx" ON "payload_locked_documents_rels" USING btree ("desks_id");
  CREATE INDEX "payload_locked_documents_rels_sites_id_idx" ON "payload_locked_documents_rels" USING btree ("sites_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_preferences_rels_sites_id_idx" ON "payload_preferences_rels" USING btree ("sites_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "career_profiles_sections" CASCADE;
  DROP TABLE "career_profiles_salary_figures" CASCADE;
  DROP TABLE "career_profiles_media" CASCADE;
  DROP TABLE "career_profiles" CASCADE;
  DROP TABLE "career_profiles_rels" CASCADE;
  DROP TABLE "_career_profiles_v_version_sections" CASCADE;
  DROP TABLE "_career_profiles_v_version_salary_figures" CASCADE;
  DROP TABLE "_career_profiles_v_version_media" CASCADE;
  DROP TABLE "_career_profiles_v" CASCADE;
  DROP TABLE "_career_profiles_v_rels" CASCADE;
  DROP TABLE "regional_sections_sections" CASCADE;
  DROP TABLE "regional_sections_salary_figures" CASCADE;
  DROP TABLE "regional_sections_media" CASCADE;
  DROP TABLE "regional_sections" CASCADE;
  DROP TABLE "regional_sections_rels" CASCADE;
  DROP TABLE "_regional_sections_v_version_sections" CASCADE;
  DROP TABLE "_regional_sections_v_version_salary_figures" CASCADE;
  DROP TABLE "_regional_sections_v_version_media" CASCADE;
  DROP TABLE "_regional_sections_v" CASCADE;
  DROP TABLE "_regional_sections_v_rels" CASCADE;
  DROP TABLE "professions" CASCADE;
  DROP TABLE "professions_texts" CASCADE;
  DROP TABLE "regions" CASCADE;
  DROP TABLE "regions_texts" CASCADE;
  DROP TABLE "regions_rels" CASCADE;
  DROP TABLE "sources" CASCADE;
  DROP TABLE "sources_texts" CASCADE;
  DROP TABLE "employers" CASCADE;
  DROP TABLE "employers_texts" CASCADE;
  DROP TABLE "employers_rels" CASCADE;
  DROP TABLE "job_references_employment_type" CASCADE;
  DROP TABLE "job_references" CASCADE;
  DROP TABLE "job_feeds" CASCADE;
  DROP TABLE "import_runs" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "users_rels" CASCADE;
  DROP TABLE "desks" CASCADE;
  DROP TABLE "desks_rels" CASCADE;
  DROP TABLE "sites_keys" CASCADE;
  DROP TABLE "sites" CASCADE;
  DROP TABLE "sites_texts" CASCADE;
  DROP TABLE "workflow_states" CASCADE;
  DROP TABLE "workflow_approvals" CASCADE;
  DROP TABLE "workflow_events" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TYPE "public"."enum_career_profiles_sections_kind";
  DROP TYPE "public"."enum_career_profiles_salary_figures_kind";
  DROP TYPE "public"."enum_career_profiles_salary_figures_period";
  DROP TYPE "public"."enum_career_profiles_salary_figures_currency";
  DROP TYPE "public"."enum_career_profiles_provenance_origin";
  DROP TYPE "public"."enum_career_profiles_status";
  DROP TYPE "public"."enum__career_profiles_v_version_sections_kind";
  DROP TYPE "public"."enum__career_profiles_v_version_salary_figures_kind";
  DROP TYPE "public"."enum__career_profiles_v_version_salary_figures_period";
  DROP TYPE "public"."enum__career_profiles_v_version_salary_figures_currency";
  DROP TYPE "public"."enum__career_profiles_v_version_provenance_origin";
  DROP TYPE "public"."enum__career_profiles_v_version_status";
  DROP TYPE "public"."enum_regional_sections_sections_kind";
  DROP TYPE "public"."enum_regional_sections_salary_figures_kind";
  DROP TYPE "public"."enum_regional_sections_salary_figures_period";
  DROP TYPE "public"."enum_regional_sections_salary_figures_currency";
  DROP TYPE "public"."enum_regional_sections_provenance_origin";
  DROP TYPE "public"."enum_regional_sections_status";
  DROP TYPE "public"."enum__regional_sections_v_version_sections_kind";
  DROP TYPE "public"."enum__regional_sections_v_version_salary_figures_kind";
  DROP TYPE "public"."enum__regional_sections_v_version_salary_figures_period";
  DROP TYPE "public"."enum__regional_sections_v_version_salary_figures_currency";
  DROP TYPE "public"."enum__regional_sections_v_version_provenance_origin";
  DROP TYPE "public"."enum__regional_sections_v_version_status";
  DROP TYPE "public"."enum_regions_kind";
  DROP TYPE "public"."enum_sources_kind";
  DROP TYPE "public"."enum_job_references_employment_type";
  DROP TYPE "public"."enum_job_feeds_format";
  DROP TYPE "public"."enum_import_runs_kind";
  DROP TYPE "public"."enum_users_role";
  DROP TYPE "public"."enum_workflow_states_stage";`)
}
