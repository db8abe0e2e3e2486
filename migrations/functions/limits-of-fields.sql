-- Made by "npm run generate" from the limits of the fields. Not to be changed by hand.

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."version_kicker") > 300
    OR char_length(NEW."version_headline") > 300
    OR char_length(NEW."version_intro") > 10000
    OR char_length(NEW."version_working_conditions_hours") > 5000
    OR char_length(NEW."version_working_conditions_places") > 5000
    OR char_length(NEW."version_working_conditions_physical_demands") > 5000
    OR char_length(NEW."version_working_conditions_mental_demands") > 5000
    OR char_length(NEW."version_working_conditions_protective_clothing") > 5000
    OR char_length(NEW."version_video_url") > 2000
    OR char_length(NEW."version_video_title") > 300
    OR char_length(NEW."version_video_transcript") > 50000
    OR char_length(NEW."version_seo_title") > 300
    OR char_length(NEW."version_seo_description") > 1000
    OR char_length(NEW."version_provenance_tool") > 200
    OR char_length(NEW."version_provenance_responsible") > 300
    OR char_length(NEW."version_digest") > 500
    OR char_length(NEW."version_imported_from_file") > 500
    OR char_length(NEW."version_imported_from_sha256") > 500
  THEN PERFORM public.refuse_oversize('_career_profiles_v', to_jsonb(NEW), 'career_profiles', 'version', 'version_kicker', 'text', '', '300', 'version_headline', 'text', '', '300', 'version_intro', 'text', '', '10000', 'version_working_conditions_hours', 'text', '', '5000', 'version_working_conditions_places', 'text', '', '5000', 'version_working_conditions_physical_demands', 'text', '', '5000', 'version_working_conditions_mental_demands', 'text', '', '5000', 'version_working_conditions_protective_clothing', 'text', '', '5000', 'version_video_url', 'text', '', '2000', 'version_video_title', 'text', '', '300', 'version_video_transcript', 'text', '', '50000', 'version_seo_title', 'text', '', '300', 'version_seo_description', 'text', '', '1000', 'version_provenance_tool', 'text', '', '200', 'version_provenance_responsible', 'text', '', '300', 'version_digest', 'text', '', '500', 'version_imported_from_file', 'text', '', '500', 'version_imported_from_sha256', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v();

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v_rels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'version.sources' AND NEW."order" > 100)
    OR (NEW.path = 'version.sites' AND NEW."order" > 200)
  THEN PERFORM public.refuse_oversize('_career_profiles_v_rels', to_jsonb(NEW), 'career_profiles_rels', '', 'order', 'order', 'version.sources', '100', 'order', 'order', 'version.sites', '200');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_rels
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_rels();

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v_version_career_path() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 30
    OR char_length(NEW."name") > 300
  THEN PERFORM public.refuse_oversize('_career_profiles_v_version_career_path', to_jsonb(NEW), 'career_profiles_career_path', '', '_order', 'order', '', '30', 'name', 'text', '', '300');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_career_path
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_career_path();

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v_version_day_in_the_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 50
    OR char_length(NEW."time") > 5
    OR char_length(NEW."activity") > 10000
  THEN PERFORM public.refuse_oversize('_career_profiles_v_version_day_in_the_life', to_jsonb(NEW), 'career_profiles_day_in_the_life', '', '_order', 'order', '', '50', 'time', 'text', '', '5', 'activity', 'text', '', '10000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_day_in_the_life
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_day_in_the_life();

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v_version_entry_routes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 30
    OR char_length(NEW."content") > 5000
  THEN PERFORM public.refuse_oversize('_career_profiles_v_version_entry_routes', to_jsonb(NEW), 'career_profiles_entry_routes', '', '_order', 'order', '', '30', 'content', 'text', '', '5000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_entry_routes
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_entry_routes();

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v_version_faq() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
    OR char_length(NEW."question") > 500
    OR char_length(NEW."answer") > 10000
  THEN PERFORM public.refuse_oversize('_career_profiles_v_version_faq', to_jsonb(NEW), 'career_profiles_faq', '', '_order', 'order', '', '60', 'question', 'text', '', '500', 'answer', 'text', '', '10000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_faq
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_faq();

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v_version_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 50
    OR char_length(NEW."caption") > 500
  THEN PERFORM public.refuse_oversize('_career_profiles_v_version_media', to_jsonb(NEW), 'career_profiles_media', '', '_order', 'order', '', '50', 'caption', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_media
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_media();

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v_version_related_professions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 50
    OR char_length(NEW."reason") > 2000
  THEN PERFORM public.refuse_oversize('_career_profiles_v_version_related_professions', to_jsonb(NEW), 'career_profiles_related_professions', '', '_order', 'order', '', '50', 'reason', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_related_professions
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_related_professions();

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v_version_salary_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
    OR char_length(NEW."stated_as") > 2000
  THEN PERFORM public.refuse_oversize('_career_profiles_v_version_salary_figures', to_jsonb(NEW), 'career_profiles_salary_figures', '', '_order', 'order', '', '60', 'stated_as', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_salary_figures
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_salary_figures();

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v_version_sections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
    OR char_length(NEW."heading") > 300
    OR octet_length(NEW."body"::text) > 400000
    OR jsonb_path_exists(NEW."body", 'lax $.**{65}')
  THEN PERFORM public.refuse_oversize('_career_profiles_v_version_sections', to_jsonb(NEW), 'career_profiles_sections', '', '_order', 'order', '', '60', 'heading', 'text', '', '300', 'body', 'json', '', '400000', 'body', 'depth', '', '64');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_sections
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_sections();

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v_version_skills() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 100
    OR char_length(NEW."name") > 200
  THEN PERFORM public.refuse_oversize('_career_profiles_v_version_skills', to_jsonb(NEW), 'career_profiles_skills', '', '_order', 'order', '', '100', 'name', 'text', '', '200');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_skills
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_skills();

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v_version_statistics() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
  THEN PERFORM public.refuse_oversize('_career_profiles_v_version_statistics', to_jsonb(NEW), 'career_profiles_statistics', '', '_order', 'order', '', '60');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_statistics
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_statistics();

CREATE OR REPLACE FUNCTION limits_of__career_profiles_v_version_voices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 30
    OR char_length(NEW."name") > 200
    OR char_length(NEW."position") > 200
    OR char_length(NEW."consent_for") > 500
    OR char_length(NEW."quote") > 5000
  THEN PERFORM public.refuse_oversize('_career_profiles_v_version_voices', to_jsonb(NEW), 'career_profiles_voices', '', '_order', 'order', '', '30', 'name', 'text', '', '200', 'position', 'text', '', '200', 'consent_for', 'text', '', '500', 'quote', 'text', '', '5000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._career_profiles_v_version_voices
  FOR EACH ROW EXECUTE FUNCTION limits_of__career_profiles_v_version_voices();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."version_kicker") > 300
    OR char_length(NEW."version_headline") > 300
    OR char_length(NEW."version_intro") > 10000
    OR char_length(NEW."version_working_conditions_hours") > 5000
    OR char_length(NEW."version_working_conditions_places") > 5000
    OR char_length(NEW."version_working_conditions_physical_demands") > 5000
    OR char_length(NEW."version_working_conditions_mental_demands") > 5000
    OR char_length(NEW."version_working_conditions_protective_clothing") > 5000
    OR char_length(NEW."version_video_url") > 2000
    OR char_length(NEW."version_video_title") > 300
    OR char_length(NEW."version_video_transcript") > 50000
    OR char_length(NEW."version_seo_title") > 300
    OR char_length(NEW."version_seo_description") > 1000
    OR char_length(NEW."version_provenance_tool") > 200
    OR char_length(NEW."version_provenance_responsible") > 300
    OR char_length(NEW."version_digest") > 500
    OR char_length(NEW."version_imported_from_file") > 500
    OR char_length(NEW."version_imported_from_sha256") > 500
  THEN PERFORM public.refuse_oversize('_regional_sections_v', to_jsonb(NEW), 'regional_sections', 'version', 'version_kicker', 'text', '', '300', 'version_headline', 'text', '', '300', 'version_intro', 'text', '', '10000', 'version_working_conditions_hours', 'text', '', '5000', 'version_working_conditions_places', 'text', '', '5000', 'version_working_conditions_physical_demands', 'text', '', '5000', 'version_working_conditions_mental_demands', 'text', '', '5000', 'version_working_conditions_protective_clothing', 'text', '', '5000', 'version_video_url', 'text', '', '2000', 'version_video_title', 'text', '', '300', 'version_video_transcript', 'text', '', '50000', 'version_seo_title', 'text', '', '300', 'version_seo_description', 'text', '', '1000', 'version_provenance_tool', 'text', '', '200', 'version_provenance_responsible', 'text', '', '300', 'version_digest', 'text', '', '500', 'version_imported_from_file', 'text', '', '500', 'version_imported_from_sha256', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v_rels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'version.sources' AND NEW."order" > 100)
    OR (NEW.path = 'version.sites' AND NEW."order" > 200)
  THEN PERFORM public.refuse_oversize('_regional_sections_v_rels', to_jsonb(NEW), 'regional_sections_rels', '', 'order', 'order', 'version.sources', '100', 'order', 'order', 'version.sites', '200');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_rels
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_rels();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v_version_career_path() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 30
    OR char_length(NEW."name") > 300
  THEN PERFORM public.refuse_oversize('_regional_sections_v_version_career_path', to_jsonb(NEW), 'regional_sections_career_path', '', '_order', 'order', '', '30', 'name', 'text', '', '300');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_career_path
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_career_path();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v_version_day_in_the_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 50
    OR char_length(NEW."time") > 5
    OR char_length(NEW."activity") > 10000
  THEN PERFORM public.refuse_oversize('_regional_sections_v_version_day_in_the_life', to_jsonb(NEW), 'regional_sections_day_in_the_life', '', '_order', 'order', '', '50', 'time', 'text', '', '5', 'activity', 'text', '', '10000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_day_in_the_life
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_day_in_the_life();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v_version_entry_routes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 30
    OR char_length(NEW."content") > 5000
  THEN PERFORM public.refuse_oversize('_regional_sections_v_version_entry_routes', to_jsonb(NEW), 'regional_sections_entry_routes', '', '_order', 'order', '', '30', 'content', 'text', '', '5000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_entry_routes
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_entry_routes();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v_version_faq() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
    OR char_length(NEW."question") > 500
    OR char_length(NEW."answer") > 10000
  THEN PERFORM public.refuse_oversize('_regional_sections_v_version_faq', to_jsonb(NEW), 'regional_sections_faq', '', '_order', 'order', '', '60', 'question', 'text', '', '500', 'answer', 'text', '', '10000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_faq
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_faq();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v_version_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 50
    OR char_length(NEW."caption") > 500
  THEN PERFORM public.refuse_oversize('_regional_sections_v_version_media', to_jsonb(NEW), 'regional_sections_media', '', '_order', 'order', '', '50', 'caption', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_media
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_media();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v_version_related_professions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 50
    OR char_length(NEW."reason") > 2000
  THEN PERFORM public.refuse_oversize('_regional_sections_v_version_related_professions', to_jsonb(NEW), 'regional_sections_related_professions', '', '_order', 'order', '', '50', 'reason', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_related_professions
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_related_professions();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v_version_salary_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
    OR char_length(NEW."stated_as") > 2000
  THEN PERFORM public.refuse_oversize('_regional_sections_v_version_salary_figures', to_jsonb(NEW), 'regional_sections_salary_figures', '', '_order', 'order', '', '60', 'stated_as', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_salary_figures
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_salary_figures();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v_version_sections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
    OR char_length(NEW."heading") > 300
    OR octet_length(NEW."body"::text) > 400000
    OR jsonb_path_exists(NEW."body", 'lax $.**{65}')
  THEN PERFORM public.refuse_oversize('_regional_sections_v_version_sections', to_jsonb(NEW), 'regional_sections_sections', '', '_order', 'order', '', '60', 'heading', 'text', '', '300', 'body', 'json', '', '400000', 'body', 'depth', '', '64');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_sections
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_sections();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v_version_skills() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 100
    OR char_length(NEW."name") > 200
  THEN PERFORM public.refuse_oversize('_regional_sections_v_version_skills', to_jsonb(NEW), 'regional_sections_skills', '', '_order', 'order', '', '100', 'name', 'text', '', '200');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_skills
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_skills();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v_version_statistics() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
  THEN PERFORM public.refuse_oversize('_regional_sections_v_version_statistics', to_jsonb(NEW), 'regional_sections_statistics', '', '_order', 'order', '', '60');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_statistics
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_statistics();

CREATE OR REPLACE FUNCTION limits_of__regional_sections_v_version_voices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 30
    OR char_length(NEW."name") > 200
    OR char_length(NEW."position") > 200
    OR char_length(NEW."consent_for") > 500
    OR char_length(NEW."quote") > 5000
  THEN PERFORM public.refuse_oversize('_regional_sections_v_version_voices', to_jsonb(NEW), 'regional_sections_voices', '', '_order', 'order', '', '30', 'name', 'text', '', '200', 'position', 'text', '', '200', 'consent_for', 'text', '', '500', 'quote', 'text', '', '5000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public._regional_sections_v_version_voices
  FOR EACH ROW EXECUTE FUNCTION limits_of__regional_sections_v_version_voices();

CREATE OR REPLACE FUNCTION limits_of_career_profiles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."kicker") > 300
    OR char_length(NEW."headline") > 300
    OR char_length(NEW."intro") > 10000
    OR char_length(NEW."working_conditions_hours") > 5000
    OR char_length(NEW."working_conditions_places") > 5000
    OR char_length(NEW."working_conditions_physical_demands") > 5000
    OR char_length(NEW."working_conditions_mental_demands") > 5000
    OR char_length(NEW."working_conditions_protective_clothing") > 5000
    OR char_length(NEW."video_url") > 2000
    OR char_length(NEW."video_title") > 300
    OR char_length(NEW."video_transcript") > 50000
    OR char_length(NEW."seo_title") > 300
    OR char_length(NEW."seo_description") > 1000
    OR char_length(NEW."provenance_tool") > 200
    OR char_length(NEW."provenance_responsible") > 300
    OR char_length(NEW."digest") > 500
    OR char_length(NEW."imported_from_file") > 500
    OR char_length(NEW."imported_from_sha256") > 500
  THEN PERFORM public.refuse_oversize('career_profiles', to_jsonb(NEW), '_career_profiles_v', 'live', 'kicker', 'text', '', '300', 'headline', 'text', '', '300', 'intro', 'text', '', '10000', 'working_conditions_hours', 'text', '', '5000', 'working_conditions_places', 'text', '', '5000', 'working_conditions_physical_demands', 'text', '', '5000', 'working_conditions_mental_demands', 'text', '', '5000', 'working_conditions_protective_clothing', 'text', '', '5000', 'video_url', 'text', '', '2000', 'video_title', 'text', '', '300', 'video_transcript', 'text', '', '50000', 'seo_title', 'text', '', '300', 'seo_description', 'text', '', '1000', 'provenance_tool', 'text', '', '200', 'provenance_responsible', 'text', '', '300', 'digest', 'text', '', '500', 'imported_from_file', 'text', '', '500', 'imported_from_sha256', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles();

CREATE OR REPLACE FUNCTION limits_of_career_profiles_career_path() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 30
    OR char_length(NEW."name") > 300
  THEN PERFORM public.refuse_oversize('career_profiles_career_path', to_jsonb(NEW), '_career_profiles_v_version_career_path', '', '_order', 'order', '', '30', 'name', 'text', '', '300');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_career_path
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_career_path();

CREATE OR REPLACE FUNCTION limits_of_career_profiles_day_in_the_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 50
    OR char_length(NEW."time") > 5
    OR char_length(NEW."activity") > 10000
  THEN PERFORM public.refuse_oversize('career_profiles_day_in_the_life', to_jsonb(NEW), '_career_profiles_v_version_day_in_the_life', '', '_order', 'order', '', '50', 'time', 'text', '', '5', 'activity', 'text', '', '10000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_day_in_the_life
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_day_in_the_life();

CREATE OR REPLACE FUNCTION limits_of_career_profiles_entry_routes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 30
    OR char_length(NEW."content") > 5000
  THEN PERFORM public.refuse_oversize('career_profiles_entry_routes', to_jsonb(NEW), '_career_profiles_v_version_entry_routes', '', '_order', 'order', '', '30', 'content', 'text', '', '5000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_entry_routes
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_entry_routes();

CREATE OR REPLACE FUNCTION limits_of_career_profiles_faq() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
    OR char_length(NEW."question") > 500
    OR char_length(NEW."answer") > 10000
  THEN PERFORM public.refuse_oversize('career_profiles_faq', to_jsonb(NEW), '_career_profiles_v_version_faq', '', '_order', 'order', '', '60', 'question', 'text', '', '500', 'answer', 'text', '', '10000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_faq
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_faq();

CREATE OR REPLACE FUNCTION limits_of_career_profiles_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 50
    OR char_length(NEW."caption") > 500
  THEN PERFORM public.refuse_oversize('career_profiles_media', to_jsonb(NEW), '_career_profiles_v_version_media', '', '_order', 'order', '', '50', 'caption', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_media
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_media();

CREATE OR REPLACE FUNCTION limits_of_career_profiles_related_professions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 50
    OR char_length(NEW."reason") > 2000
  THEN PERFORM public.refuse_oversize('career_profiles_related_professions', to_jsonb(NEW), '_career_profiles_v_version_related_professions', '', '_order', 'order', '', '50', 'reason', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_related_professions
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_related_professions();

CREATE OR REPLACE FUNCTION limits_of_career_profiles_rels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'sources' AND NEW."order" > 100)
    OR (NEW.path = 'sites' AND NEW."order" > 200)
  THEN PERFORM public.refuse_oversize('career_profiles_rels', to_jsonb(NEW), '_career_profiles_v_rels', '', 'order', 'order', 'sources', '100', 'order', 'order', 'sites', '200');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_rels
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_rels();

CREATE OR REPLACE FUNCTION limits_of_career_profiles_salary_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
    OR char_length(NEW."stated_as") > 2000
  THEN PERFORM public.refuse_oversize('career_profiles_salary_figures', to_jsonb(NEW), '_career_profiles_v_version_salary_figures', '', '_order', 'order', '', '60', 'stated_as', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_salary_figures
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_salary_figures();

CREATE OR REPLACE FUNCTION limits_of_career_profiles_sections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
    OR char_length(NEW."heading") > 300
    OR octet_length(NEW."body"::text) > 400000
    OR jsonb_path_exists(NEW."body", 'lax $.**{65}')
  THEN PERFORM public.refuse_oversize('career_profiles_sections', to_jsonb(NEW), '_career_profiles_v_version_sections', '', '_order', 'order', '', '60', 'heading', 'text', '', '300', 'body', 'json', '', '400000', 'body', 'depth', '', '64');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_sections
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_sections();

CREATE OR REPLACE FUNCTION limits_of_career_profiles_skills() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 100
    OR char_length(NEW."name") > 200
  THEN PERFORM public.refuse_oversize('career_profiles_skills', to_jsonb(NEW), '_career_profiles_v_version_skills', '', '_order', 'order', '', '100', 'name', 'text', '', '200');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_skills
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_skills();

CREATE OR REPLACE FUNCTION limits_of_career_profiles_statistics() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
  THEN PERFORM public.refuse_oversize('career_profiles_statistics', to_jsonb(NEW), '_career_profiles_v_version_statistics', '', '_order', 'order', '', '60');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_statistics
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_statistics();

CREATE OR REPLACE FUNCTION limits_of_career_profiles_voices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 30
    OR char_length(NEW."name") > 200
    OR char_length(NEW."position") > 200
    OR char_length(NEW."consent_for") > 500
    OR char_length(NEW."quote") > 5000
  THEN PERFORM public.refuse_oversize('career_profiles_voices', to_jsonb(NEW), '_career_profiles_v_version_voices', '', '_order', 'order', '', '30', 'name', 'text', '', '200', 'position', 'text', '', '200', 'consent_for', 'text', '', '500', 'quote', 'text', '', '5000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.career_profiles_voices
  FOR EACH ROW EXECUTE FUNCTION limits_of_career_profiles_voices();

CREATE OR REPLACE FUNCTION limits_of_desks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."name") > 500
  THEN PERFORM public.refuse_oversize('desks', to_jsonb(NEW), '', '', 'name', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.desks
  FOR EACH ROW EXECUTE FUNCTION limits_of_desks();

CREATE OR REPLACE FUNCTION limits_of_desks_rels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'regions' AND NEW."order" > 20000)
    OR (NEW.path = 'professions' AND NEW."order" > 20000)
  THEN PERFORM public.refuse_oversize('desks_rels', to_jsonb(NEW), '', '', 'order', 'order', 'regions', '20000', 'order', 'order', 'professions', '20000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.desks_rels
  FOR EACH ROW EXECUTE FUNCTION limits_of_desks_rels();

CREATE OR REPLACE FUNCTION limits_of_employers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."name") > 500
    OR char_length(NEW."slug") > 500
    OR char_length(NEW."url") > 2000
  THEN PERFORM public.refuse_oversize('employers', to_jsonb(NEW), '', '', 'name', 'text', '', '500', 'slug', 'text', '', '500', 'url', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.employers
  FOR EACH ROW EXECUTE FUNCTION limits_of_employers();

CREATE OR REPLACE FUNCTION limits_of_employers_rels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'regions' AND NEW."order" > 20000)
  THEN PERFORM public.refuse_oversize('employers_rels', to_jsonb(NEW), '', '', 'order', 'order', 'regions', '20000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.employers_rels
  FOR EACH ROW EXECUTE FUNCTION limits_of_employers_rels();

CREATE OR REPLACE FUNCTION limits_of_employers_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'formerSlugs' AND NEW."order" > 5000)
    OR (NEW.path = 'formerSlugs' AND char_length(NEW."text") > 500)
  THEN PERFORM public.refuse_oversize('employers_texts', to_jsonb(NEW), '', '', 'order', 'order', 'formerSlugs', '5000', 'text', 'text', 'formerSlugs', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.employers_texts
  FOR EACH ROW EXECUTE FUNCTION limits_of_employers_texts();

CREATE OR REPLACE FUNCTION limits_of_import_runs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF octet_length(NEW."report"::text) > 40000000
    OR jsonb_path_exists(NEW."report", 'lax $.**{65}')
  THEN PERFORM public.refuse_oversize('import_runs', to_jsonb(NEW), '', '', 'report', 'json', '', '40000000', 'report', 'depth', '', '64');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.import_runs
  FOR EACH ROW EXECUTE FUNCTION limits_of_import_runs();

CREATE OR REPLACE FUNCTION limits_of_job_feeds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."name") > 500
    OR char_length(NEW."url") > 2000
  THEN PERFORM public.refuse_oversize('job_feeds', to_jsonb(NEW), '', '', 'name', 'text', '', '500', 'url', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.job_feeds
  FOR EACH ROW EXECUTE FUNCTION limits_of_job_feeds();

CREATE OR REPLACE FUNCTION limits_of_job_references() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."title") > 500
    OR char_length(NEW."url") > 2000
    OR char_length(NEW."external_id") > 500
    OR char_length(NEW."hiring_organization") > 500
    OR char_length(NEW."city") > 500
    OR char_length(NEW."postal_code") > 500
  THEN PERFORM public.refuse_oversize('job_references', to_jsonb(NEW), '', '', 'title', 'text', '', '500', 'url', 'text', '', '2000', 'external_id', 'text', '', '500', 'hiring_organization', 'text', '', '500', 'city', 'text', '', '500', 'postal_code', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.job_references
  FOR EACH ROW EXECUTE FUNCTION limits_of_job_references();

CREATE OR REPLACE FUNCTION limits_of_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."alt") > 500
    OR char_length(NEW."credit") > 500
    OR char_length(NEW."url") > 500
    OR char_length(NEW."thumbnail_u_r_l") > 500
    OR char_length(NEW."filename") > 500
    OR char_length(NEW."mime_type") > 500
  THEN PERFORM public.refuse_oversize('media', to_jsonb(NEW), '', '', 'alt', 'text', '', '500', 'credit', 'text', '', '500', 'url', 'text', '', '500', 'thumbnail_u_r_l', 'text', '', '500', 'filename', 'text', '', '500', 'mime_type', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.media
  FOR EACH ROW EXECUTE FUNCTION limits_of_media();

CREATE OR REPLACE FUNCTION limits_of_professions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."name") > 500
    OR char_length(NEW."slug") > 500
    OR char_length(NEW."forms_masculine") > 500
    OR char_length(NEW."forms_feminine") > 500
    OR char_length(NEW."forms_neutral") > 500
    OR char_length(NEW."kldb2010") > 500
    OR char_length(NEW."isco08") > 500
    OR char_length(NEW."esco_uri") > 500
  THEN PERFORM public.refuse_oversize('professions', to_jsonb(NEW), '', '', 'name', 'text', '', '500', 'slug', 'text', '', '500', 'forms_masculine', 'text', '', '500', 'forms_feminine', 'text', '', '500', 'forms_neutral', 'text', '', '500', 'kldb2010', 'text', '', '500', 'isco08', 'text', '', '500', 'esco_uri', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.professions
  FOR EACH ROW EXECUTE FUNCTION limits_of_professions();

CREATE OR REPLACE FUNCTION limits_of_professions_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'formerSlugs' AND NEW."order" > 5000)
    OR (NEW.path = 'formerSlugs' AND char_length(NEW."text") > 500)
    OR (NEW.path = 'aliases' AND NEW."order" > 5000)
    OR (NEW.path = 'aliases' AND char_length(NEW."text") > 500)
    OR (NEW.path = 'skills' AND NEW."order" > 5000)
    OR (NEW.path = 'skills' AND char_length(NEW."text") > 500)
    OR (NEW.path = 'baJobTitles' AND NEW."order" > 5000)
    OR (NEW.path = 'baJobTitles' AND char_length(NEW."text") > 500)
  THEN PERFORM public.refuse_oversize('professions_texts', to_jsonb(NEW), '', '', 'order', 'order', 'formerSlugs', '5000', 'text', 'text', 'formerSlugs', '500', 'order', 'order', 'aliases', '5000', 'text', 'text', 'aliases', '500', 'order', 'order', 'skills', '5000', 'text', 'text', 'skills', '500', 'order', 'order', 'baJobTitles', '5000', 'text', 'text', 'baJobTitles', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.professions_texts
  FOR EACH ROW EXECUTE FUNCTION limits_of_professions_texts();

CREATE OR REPLACE FUNCTION limits_of_regional_sections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."kicker") > 300
    OR char_length(NEW."headline") > 300
    OR char_length(NEW."intro") > 10000
    OR char_length(NEW."working_conditions_hours") > 5000
    OR char_length(NEW."working_conditions_places") > 5000
    OR char_length(NEW."working_conditions_physical_demands") > 5000
    OR char_length(NEW."working_conditions_mental_demands") > 5000
    OR char_length(NEW."working_conditions_protective_clothing") > 5000
    OR char_length(NEW."video_url") > 2000
    OR char_length(NEW."video_title") > 300
    OR char_length(NEW."video_transcript") > 50000
    OR char_length(NEW."seo_title") > 300
    OR char_length(NEW."seo_description") > 1000
    OR char_length(NEW."provenance_tool") > 200
    OR char_length(NEW."provenance_responsible") > 300
    OR char_length(NEW."digest") > 500
    OR char_length(NEW."imported_from_file") > 500
    OR char_length(NEW."imported_from_sha256") > 500
  THEN PERFORM public.refuse_oversize('regional_sections', to_jsonb(NEW), '_regional_sections_v', 'live', 'kicker', 'text', '', '300', 'headline', 'text', '', '300', 'intro', 'text', '', '10000', 'working_conditions_hours', 'text', '', '5000', 'working_conditions_places', 'text', '', '5000', 'working_conditions_physical_demands', 'text', '', '5000', 'working_conditions_mental_demands', 'text', '', '5000', 'working_conditions_protective_clothing', 'text', '', '5000', 'video_url', 'text', '', '2000', 'video_title', 'text', '', '300', 'video_transcript', 'text', '', '50000', 'seo_title', 'text', '', '300', 'seo_description', 'text', '', '1000', 'provenance_tool', 'text', '', '200', 'provenance_responsible', 'text', '', '300', 'digest', 'text', '', '500', 'imported_from_file', 'text', '', '500', 'imported_from_sha256', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections();

CREATE OR REPLACE FUNCTION limits_of_regional_sections_career_path() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 30
    OR char_length(NEW."name") > 300
  THEN PERFORM public.refuse_oversize('regional_sections_career_path', to_jsonb(NEW), '_regional_sections_v_version_career_path', '', '_order', 'order', '', '30', 'name', 'text', '', '300');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_career_path
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_career_path();

CREATE OR REPLACE FUNCTION limits_of_regional_sections_day_in_the_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 50
    OR char_length(NEW."time") > 5
    OR char_length(NEW."activity") > 10000
  THEN PERFORM public.refuse_oversize('regional_sections_day_in_the_life', to_jsonb(NEW), '_regional_sections_v_version_day_in_the_life', '', '_order', 'order', '', '50', 'time', 'text', '', '5', 'activity', 'text', '', '10000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_day_in_the_life
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_day_in_the_life();

CREATE OR REPLACE FUNCTION limits_of_regional_sections_entry_routes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 30
    OR char_length(NEW."content") > 5000
  THEN PERFORM public.refuse_oversize('regional_sections_entry_routes', to_jsonb(NEW), '_regional_sections_v_version_entry_routes', '', '_order', 'order', '', '30', 'content', 'text', '', '5000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_entry_routes
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_entry_routes();

CREATE OR REPLACE FUNCTION limits_of_regional_sections_faq() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
    OR char_length(NEW."question") > 500
    OR char_length(NEW."answer") > 10000
  THEN PERFORM public.refuse_oversize('regional_sections_faq', to_jsonb(NEW), '_regional_sections_v_version_faq', '', '_order', 'order', '', '60', 'question', 'text', '', '500', 'answer', 'text', '', '10000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_faq
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_faq();

CREATE OR REPLACE FUNCTION limits_of_regional_sections_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 50
    OR char_length(NEW."caption") > 500
  THEN PERFORM public.refuse_oversize('regional_sections_media', to_jsonb(NEW), '_regional_sections_v_version_media', '', '_order', 'order', '', '50', 'caption', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_media
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_media();

CREATE OR REPLACE FUNCTION limits_of_regional_sections_related_professions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 50
    OR char_length(NEW."reason") > 2000
  THEN PERFORM public.refuse_oversize('regional_sections_related_professions', to_jsonb(NEW), '_regional_sections_v_version_related_professions', '', '_order', 'order', '', '50', 'reason', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_related_professions
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_related_professions();

CREATE OR REPLACE FUNCTION limits_of_regional_sections_rels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'sources' AND NEW."order" > 100)
    OR (NEW.path = 'sites' AND NEW."order" > 200)
  THEN PERFORM public.refuse_oversize('regional_sections_rels', to_jsonb(NEW), '_regional_sections_v_rels', '', 'order', 'order', 'sources', '100', 'order', 'order', 'sites', '200');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_rels
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_rels();

CREATE OR REPLACE FUNCTION limits_of_regional_sections_salary_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
    OR char_length(NEW."stated_as") > 2000
  THEN PERFORM public.refuse_oversize('regional_sections_salary_figures', to_jsonb(NEW), '_regional_sections_v_version_salary_figures', '', '_order', 'order', '', '60', 'stated_as', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_salary_figures
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_salary_figures();

CREATE OR REPLACE FUNCTION limits_of_regional_sections_sections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
    OR char_length(NEW."heading") > 300
    OR octet_length(NEW."body"::text) > 400000
    OR jsonb_path_exists(NEW."body", 'lax $.**{65}')
  THEN PERFORM public.refuse_oversize('regional_sections_sections', to_jsonb(NEW), '_regional_sections_v_version_sections', '', '_order', 'order', '', '60', 'heading', 'text', '', '300', 'body', 'json', '', '400000', 'body', 'depth', '', '64');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_sections
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_sections();

CREATE OR REPLACE FUNCTION limits_of_regional_sections_skills() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 100
    OR char_length(NEW."name") > 200
  THEN PERFORM public.refuse_oversize('regional_sections_skills', to_jsonb(NEW), '_regional_sections_v_version_skills', '', '_order', 'order', '', '100', 'name', 'text', '', '200');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_skills
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_skills();

CREATE OR REPLACE FUNCTION limits_of_regional_sections_statistics() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 60
  THEN PERFORM public.refuse_oversize('regional_sections_statistics', to_jsonb(NEW), '_regional_sections_v_version_statistics', '', '_order', 'order', '', '60');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_statistics
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_statistics();

CREATE OR REPLACE FUNCTION limits_of_regional_sections_voices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 30
    OR char_length(NEW."name") > 200
    OR char_length(NEW."position") > 200
    OR char_length(NEW."consent_for") > 500
    OR char_length(NEW."quote") > 5000
  THEN PERFORM public.refuse_oversize('regional_sections_voices', to_jsonb(NEW), '_regional_sections_v_version_voices', '', '_order', 'order', '', '30', 'name', 'text', '', '200', 'position', 'text', '', '200', 'consent_for', 'text', '', '500', 'quote', 'text', '', '5000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regional_sections_voices
  FOR EACH ROW EXECUTE FUNCTION limits_of_regional_sections_voices();

CREATE OR REPLACE FUNCTION limits_of_regions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."name") > 500
    OR char_length(NEW."slug") > 500
    OR char_length(NEW."ags") > 500
    OR char_length(NEW."ars") > 500
    OR char_length(NEW."nuts3") > 500
  THEN PERFORM public.refuse_oversize('regions', to_jsonb(NEW), '', '', 'name', 'text', '', '500', 'slug', 'text', '', '500', 'ags', 'text', '', '500', 'ars', 'text', '', '500', 'nuts3', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regions
  FOR EACH ROW EXECUTE FUNCTION limits_of_regions();

CREATE OR REPLACE FUNCTION limits_of_regions_rels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'neighbours' AND NEW."order" > 20000)
  THEN PERFORM public.refuse_oversize('regions_rels', to_jsonb(NEW), '', '', 'order', 'order', 'neighbours', '20000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regions_rels
  FOR EACH ROW EXECUTE FUNCTION limits_of_regions_rels();

CREATE OR REPLACE FUNCTION limits_of_regions_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'formerSlugs' AND NEW."order" > 5000)
    OR (NEW.path = 'formerSlugs' AND char_length(NEW."text") > 500)
    OR (NEW.path = 'postalCodes' AND NEW."order" > 5000)
    OR (NEW.path = 'postalCodes' AND char_length(NEW."text") > 500)
    OR (NEW.path = 'aliases' AND NEW."order" > 5000)
    OR (NEW.path = 'aliases' AND char_length(NEW."text") > 500)
    OR (NEW.path = 'gazetteer' AND NEW."order" > 5000)
    OR (NEW.path = 'gazetteer' AND char_length(NEW."text") > 500)
  THEN PERFORM public.refuse_oversize('regions_texts', to_jsonb(NEW), '', '', 'order', 'order', 'formerSlugs', '5000', 'text', 'text', 'formerSlugs', '500', 'order', 'order', 'postalCodes', '5000', 'text', 'text', 'postalCodes', '500', 'order', 'order', 'aliases', '5000', 'text', 'text', 'aliases', '500', 'order', 'order', 'gazetteer', '5000', 'text', 'text', 'gazetteer', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.regions_texts
  FOR EACH ROW EXECUTE FUNCTION limits_of_regions_texts();

CREATE OR REPLACE FUNCTION limits_of_sites() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."name") > 500
    OR char_length(NEW."preview_url") > 2000
  THEN PERFORM public.refuse_oversize('sites', to_jsonb(NEW), '', '', 'name', 'text', '', '500', 'preview_url', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sites
  FOR EACH ROW EXECUTE FUNCTION limits_of_sites();

CREATE OR REPLACE FUNCTION limits_of_sites_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."_order" > 1000
    OR char_length(NEW."label") > 500
    OR char_length(NEW."prefix") > 500
  THEN PERFORM public.refuse_oversize('sites_keys', to_jsonb(NEW), '', '', '_order', 'order', '', '1000', 'label', 'text', '', '500', 'prefix', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sites_keys
  FOR EACH ROW EXECUTE FUNCTION limits_of_sites_keys();

CREATE OR REPLACE FUNCTION limits_of_sites_rels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'regions' AND NEW."order" > 20000)
    OR (NEW.path = 'professions' AND NEW."order" > 20000)
  THEN PERFORM public.refuse_oversize('sites_rels', to_jsonb(NEW), '', '', 'order', 'order', 'regions', '20000', 'order', 'order', 'professions', '20000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sites_rels
  FOR EACH ROW EXECUTE FUNCTION limits_of_sites_rels();

CREATE OR REPLACE FUNCTION limits_of_sites_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'origins' AND NEW."order" > 5000)
    OR (NEW.path = 'origins' AND char_length(NEW."text") > 500)
  THEN PERFORM public.refuse_oversize('sites_texts', to_jsonb(NEW), '', '', 'order', 'order', 'origins', '5000', 'text', 'text', 'origins', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sites_texts
  FOR EACH ROW EXECUTE FUNCTION limits_of_sites_texts();

CREATE OR REPLACE FUNCTION limits_of_sources() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."name") > 500
    OR char_length(NEW."publisher") > 500
    OR char_length(NEW."url") > 2000
  THEN PERFORM public.refuse_oversize('sources', to_jsonb(NEW), '', '', 'name', 'text', '', '500', 'publisher', 'text', '', '500', 'url', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sources
  FOR EACH ROW EXECUTE FUNCTION limits_of_sources();

CREATE OR REPLACE FUNCTION limits_of_sources_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'aliases' AND NEW."order" > 5000)
    OR (NEW.path = 'aliases' AND char_length(NEW."text") > 500)
  THEN PERFORM public.refuse_oversize('sources_texts', to_jsonb(NEW), '', '', 'order', 'order', 'aliases', '5000', 'text', 'text', 'aliases', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sources_texts
  FOR EACH ROW EXECUTE FUNCTION limits_of_sources_texts();

CREATE OR REPLACE FUNCTION limits_of_users() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."name") > 500
    OR char_length(NEW."email") > 254
  THEN PERFORM public.refuse_oversize('users', to_jsonb(NEW), '', '', 'name', 'text', '', '500', 'email', 'text', '', '254');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.users
  FOR EACH ROW EXECUTE FUNCTION limits_of_users();

CREATE OR REPLACE FUNCTION limits_of_users_rels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'desks' AND NEW."order" > 20000)
  THEN PERFORM public.refuse_oversize('users_rels', to_jsonb(NEW), '', '', 'order', 'order', 'desks', '20000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.users_rels
  FOR EACH ROW EXECUTE FUNCTION limits_of_users_rels();

CREATE OR REPLACE FUNCTION limits_of_workflow_approvals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."document_collection") > 500
    OR char_length(NEW."document") > 500
    OR char_length(NEW."digest") > 500
    OR char_length(NEW."approved_by") > 500
    OR char_length(NEW."approved_by_name") > 500
    OR char_length(NEW."approved_as") > 500
    OR char_length(NEW."comment") > 10000
    OR char_length(NEW."seen_from") > 500
    OR char_length(NEW."risk") > 500
  THEN PERFORM public.refuse_oversize('workflow_approvals', to_jsonb(NEW), '', '', 'document_collection', 'text', '', '500', 'document', 'text', '', '500', 'digest', 'text', '', '500', 'approved_by', 'text', '', '500', 'approved_by_name', 'text', '', '500', 'approved_as', 'text', '', '500', 'comment', 'text', '', '10000', 'seen_from', 'text', '', '500', 'risk', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_approvals
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_approvals();

CREATE OR REPLACE FUNCTION limits_of_workflow_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."document_collection") > 500
    OR char_length(NEW."document") > 500
    OR char_length(NEW."kind") > 500
    OR char_length(NEW."transition") > 500
    OR char_length(NEW."from_stage") > 500
    OR char_length(NEW."to_stage") > 500
    OR char_length(NEW."digest") > 500
    OR char_length(NEW."actor") > 500
    OR char_length(NEW."actor_name") > 500
    OR char_length(NEW."comment") > 10000
    OR octet_length(NEW."data"::text) > 3000000
    OR jsonb_path_exists(NEW."data", 'lax $.**{65}')
  THEN PERFORM public.refuse_oversize('workflow_events', to_jsonb(NEW), '', '', 'document_collection', 'text', '', '500', 'document', 'text', '', '500', 'kind', 'text', '', '500', 'transition', 'text', '', '500', 'from_stage', 'text', '', '500', 'to_stage', 'text', '', '500', 'digest', 'text', '', '500', 'actor', 'text', '', '500', 'actor_name', 'text', '', '500', 'comment', 'text', '', '10000', 'data', 'json', '', '3000000', 'data', 'depth', '', '64');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_events
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_events();

CREATE OR REPLACE FUNCTION limits_of_workflow_settings_rels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.path = 'signOffGivers.expertise.people' AND NEW."order" > 20000)
    OR (NEW.path = 'signOffGivers.expertise.desks' AND NEW."order" > 20000)
    OR (NEW.path = 'signOffGivers.language.people' AND NEW."order" > 20000)
    OR (NEW.path = 'signOffGivers.language.desks' AND NEW."order" > 20000)
    OR (NEW.path = 'signOffGivers.legal.people' AND NEW."order" > 20000)
    OR (NEW.path = 'signOffGivers.legal.desks' AND NEW."order" > 20000)
  THEN PERFORM public.refuse_oversize('workflow_settings_rels', to_jsonb(NEW), '', '', 'order', 'order', 'signOffGivers.expertise.people', '20000', 'order', 'order', 'signOffGivers.expertise.desks', '20000', 'order', 'order', 'signOffGivers.language.people', '20000', 'order', 'order', 'signOffGivers.language.desks', '20000', 'order', 'order', 'signOffGivers.legal.people', '20000', 'order', 'order', 'signOffGivers.legal.desks', '20000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_settings_rels
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_settings_rels();

CREATE OR REPLACE FUNCTION limits_of_workflow_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."document_collection") > 500
    OR char_length(NEW."digest") > 500
    OR octet_length(NEW."contributors"::text) > 3000000
    OR jsonb_path_exists(NEW."contributors", 'lax $.**{65}')
    OR char_length(NEW."live_digest") > 500
  THEN PERFORM public.refuse_oversize('workflow_states', to_jsonb(NEW), '', '', 'document_collection', 'text', '', '500', 'digest', 'text', '', '500', 'contributors', 'json', '', '3000000', 'contributors', 'depth', '', '64', 'live_digest', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_states
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_states();
