-- Made by "npm run generate" from src/server/limits-of-own-tables.ts. Not to be changed by hand.

CREATE OR REPLACE FUNCTION limits_of_account_mails() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."address") > 500
    OR char_length(NEW."by_whom") > 500
    OR char_length(NEW."change") > 500
  THEN PERFORM public.refuse_oversize('account_mails', to_jsonb(NEW), '', '', 'address', 'text', '', '500', 'by_whom', 'text', '', '500', 'change', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.account_mails
  FOR EACH ROW EXECUTE FUNCTION limits_of_account_mails();

CREATE OR REPLACE FUNCTION limits_of_audit_faults() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."place") > 2000
    OR char_length(NEW."problem") > 10000
  THEN PERFORM public.refuse_oversize('audit_faults', to_jsonb(NEW), '', '', 'place', 'text', '', '2000', 'problem', 'text', '', '10000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.audit_faults
  FOR EACH ROW EXECUTE FUNCTION limits_of_audit_faults();

CREATE OR REPLACE FUNCTION limits_of_audit_sweeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."after") > 500
    OR char_length(NEW."part") > 500
    OR char_length(NEW."runner") > 500
  THEN PERFORM public.refuse_oversize('audit_sweeps', to_jsonb(NEW), '', '', 'after', 'text', '', '500', 'part', 'text', '', '500', 'runner', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.audit_sweeps
  FOR EACH ROW EXECUTE FUNCTION limits_of_audit_sweeps();

CREATE OR REPLACE FUNCTION limits_of_database_functions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."digest") > 500
  THEN PERFORM public.refuse_oversize('database_functions', to_jsonb(NEW), '', '', 'digest', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.database_functions
  FOR EACH ROW EXECUTE FUNCTION limits_of_database_functions();

CREATE OR REPLACE FUNCTION limits_of_delivery_rebuilds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."part") > 500
  THEN PERFORM public.refuse_oversize('delivery_rebuilds', to_jsonb(NEW), '', '', 'part', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.delivery_rebuilds
  FOR EACH ROW EXECUTE FUNCTION limits_of_delivery_rebuilds();

CREATE OR REPLACE FUNCTION limits_of_delivery_reshapes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."shape") > 500
  THEN PERFORM public.refuse_oversize('delivery_reshapes', to_jsonb(NEW), '', '', 'shape', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.delivery_reshapes
  FOR EACH ROW EXECUTE FUNCTION limits_of_delivery_reshapes();

CREATE OR REPLACE FUNCTION limits_of_erasures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."answer") > 10000
    OR char_length(NEW."asked_as") > 500
    OR char_length(NEW."asked_by") > 500
    OR char_length(NEW."asked_by_name") > 500
    OR char_length(NEW."decided_by") > 500
    OR char_length(NEW."decided_by_name") > 500
    OR char_length(NEW."document") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."kind") > 500
    OR char_length(NEW."reason") > 10000
    OR char_length(NEW."status") > 500
    OR char_length(NEW."subject"::text) > 1000000
  THEN PERFORM public.refuse_oversize('erasures', to_jsonb(NEW), '', '', 'answer', 'text', '', '10000', 'asked_as', 'text', '', '500', 'asked_by', 'text', '', '500', 'asked_by_name', 'text', '', '500', 'decided_by', 'text', '', '500', 'decided_by_name', 'text', '', '500', 'document', 'text', '', '500', 'document_collection', 'text', '', '500', 'kind', 'text', '', '500', 'reason', 'text', '', '10000', 'status', 'text', '', '500', 'subject', 'json', '', '1000000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.erasures
  FOR EACH ROW EXECUTE FUNCTION limits_of_erasures();

CREATE OR REPLACE FUNCTION limits_of_expert_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."digest") > 500
    OR char_length(NEW."document") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."made_by") > 500
    OR char_length(NEW."made_by_name") > 500
    OR char_length(NEW."reader") > 500
  THEN PERFORM public.refuse_oversize('expert_links', to_jsonb(NEW), '', '', 'digest', 'text', '', '500', 'document', 'text', '', '500', 'document_collection', 'text', '', '500', 'made_by', 'text', '', '500', 'made_by_name', 'text', '', '500', 'reader', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.expert_links
  FOR EACH ROW EXECUTE FUNCTION limits_of_expert_links();

CREATE OR REPLACE FUNCTION limits_of_expert_opinions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."comment") > 10000
    OR char_length(NEW."digest") > 500
    OR char_length(NEW."document") > 500
    OR char_length(NEW."name") > 500
    OR char_length(NEW."opinion") > 500
  THEN PERFORM public.refuse_oversize('expert_opinions', to_jsonb(NEW), '', '', 'comment', 'text', '', '10000', 'digest', 'text', '', '500', 'document', 'text', '', '500', 'name', 'text', '', '500', 'opinion', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.expert_opinions
  FOR EACH ROW EXECUTE FUNCTION limits_of_expert_opinions();

CREATE OR REPLACE FUNCTION limits_of_log_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."digest") > 500
    OR char_length(NEW."proof") > 500
    OR char_length(NEW."redacts") > 500
    OR char_length(NEW."signature") > 2000
    OR char_length(NEW."statement") > 2000
  THEN PERFORM public.refuse_oversize('log_leaves', to_jsonb(NEW), '', '', 'digest', 'text', '', '500', 'proof', 'text', '', '500', 'redacts', 'text', '', '500', 'signature', 'text', '', '2000', 'statement', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.log_leaves
  FOR EACH ROW EXECUTE FUNCTION limits_of_log_leaves();

CREATE OR REPLACE FUNCTION limits_of_newsroom_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."claimed_by_name") > 500
    OR char_length(NEW."contributors"::text) > 1000000
    OR char_length(NEW."digest") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."live_digest") > 500
    OR char_length(NEW."risk") > 500
    OR char_length(NEW."sign_off_digests"::text) > 1000000
    OR char_length(NEW."signed_off"::text) > 1000000
    OR char_length(NEW."signers"::text) > 1000000
    OR char_length(NEW."stage") > 500
    OR char_length(NEW."title") > 2000
  THEN PERFORM public.refuse_oversize('newsroom_texts', to_jsonb(NEW), '', '', 'claimed_by_name', 'text', '', '500', 'contributors', 'json', '', '1000000', 'digest', 'text', '', '500', 'document_collection', 'text', '', '500', 'live_digest', 'text', '', '500', 'risk', 'text', '', '500', 'sign_off_digests', 'json', '', '1000000', 'signed_off', 'json', '', '1000000', 'signers', 'json', '', '1000000', 'stage', 'text', '', '500', 'title', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.newsroom_texts
  FOR EACH ROW EXECUTE FUNCTION limits_of_newsroom_texts();

CREATE OR REPLACE FUNCTION limits_of_notification_mails() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."kind") > 500
    OR char_length(NEW."last_error") > 10000
    OR char_length(NEW."message_id") > 2000
    OR char_length(NEW."mode") > 500
    OR char_length(NEW."person") > 500
    OR char_length(NEW."status") > 500
  THEN PERFORM public.refuse_oversize('notification_mails', to_jsonb(NEW), '', '', 'kind', 'text', '', '500', 'last_error', 'text', '', '10000', 'message_id', 'text', '', '2000', 'mode', 'text', '', '500', 'person', 'text', '', '500', 'status', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.notification_mails
  FOR EACH ROW EXECUTE FUNCTION limits_of_notification_mails();

CREATE OR REPLACE FUNCTION limits_of_notification_preferences() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."kind") > 500
    OR char_length(NEW."mode") > 500
    OR char_length(NEW."person") > 500
  THEN PERFORM public.refuse_oversize('notification_preferences', to_jsonb(NEW), '', '', 'kind', 'text', '', '500', 'mode', 'text', '', '500', 'person', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.notification_preferences
  FOR EACH ROW EXECUTE FUNCTION limits_of_notification_preferences();

CREATE OR REPLACE FUNCTION limits_of_notifications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."actor_name") > 500
    OR char_length(NEW."data"::text) > 6000000
    OR char_length(NEW."document") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."kind") > 500
    OR char_length(NEW."person") > 500
  THEN PERFORM public.refuse_oversize('notifications', to_jsonb(NEW), '', '', 'actor_name', 'text', '', '500', 'data', 'json', '', '6000000', 'document', 'text', '', '500', 'document_collection', 'text', '', '500', 'kind', 'text', '', '500', 'person', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.notifications
  FOR EACH ROW EXECUTE FUNCTION limits_of_notifications();

CREATE OR REPLACE FUNCTION limits_of_passkeys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."id") > 2000
    OR char_length(NEW."name") > 500
    OR char_length(NEW."public_key") > 10000
  THEN PERFORM public.refuse_oversize('passkeys', to_jsonb(NEW), '', '', 'id', 'text', '', '2000', 'name', 'text', '', '500', 'public_key', 'text', '', '10000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.passkeys
  FOR EACH ROW EXECUTE FUNCTION limits_of_passkeys();

CREATE OR REPLACE FUNCTION limits_of_preview_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."content"::text) > 64000000
    OR char_length(NEW."digest") > 500
  THEN PERFORM public.refuse_oversize('preview_texts', to_jsonb(NEW), '', '', 'content', 'json', '', '64000000', 'digest', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.preview_texts
  FOR EACH ROW EXECUTE FUNCTION limits_of_preview_texts();

CREATE OR REPLACE FUNCTION limits_of_preview_tokens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."digest") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."href") > 10000
    OR char_length(NEW."made_by") > 500
    OR char_length(NEW."made_by_name") > 500
  THEN PERFORM public.refuse_oversize('preview_tokens', to_jsonb(NEW), '', '', 'digest', 'text', '', '500', 'document_collection', 'text', '', '500', 'href', 'text', '', '10000', 'made_by', 'text', '', '500', 'made_by_name', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.preview_tokens
  FOR EACH ROW EXECUTE FUNCTION limits_of_preview_tokens();

CREATE OR REPLACE FUNCTION limits_of_provider_identities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."issuer") > 2000
    OR char_length(NEW."subject") > 2000
  THEN PERFORM public.refuse_oversize('provider_identities', to_jsonb(NEW), '', '', 'issuer', 'text', '', '2000', 'subject', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.provider_identities
  FOR EACH ROW EXECUTE FUNCTION limits_of_provider_identities();

CREATE OR REPLACE FUNCTION limits_of_provider_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."id_token") > 6000000
    OR char_length(NEW."issuer") > 2000
    OR char_length(NEW."provider_session") > 2000
    OR char_length(NEW."session") > 2000
    OR char_length(NEW."subject") > 2000
  THEN PERFORM public.refuse_oversize('provider_sessions', to_jsonb(NEW), '', '', 'id_token', 'text', '', '6000000', 'issuer', 'text', '', '2000', 'provider_session', 'text', '', '2000', 'session', 'text', '', '2000', 'subject', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.provider_sessions
  FOR EACH ROW EXECUTE FUNCTION limits_of_provider_sessions();

CREATE OR REPLACE FUNCTION limits_of_provisioned_groups() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."display_name") > 500
    OR char_length(NEW."external_id") > 500
  THEN PERFORM public.refuse_oversize('provisioned_groups', to_jsonb(NEW), '', '', 'display_name', 'text', '', '500', 'external_id', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.provisioned_groups
  FOR EACH ROW EXECUTE FUNCTION limits_of_provisioned_groups();

CREATE OR REPLACE FUNCTION limits_of_provisioned_users() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."external_id") > 500
    OR char_length(NEW."user_name") > 500
  THEN PERFORM public.refuse_oversize('provisioned_users', to_jsonb(NEW), '', '', 'external_id', 'text', '', '500', 'user_name', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.provisioned_users
  FOR EACH ROW EXECUTE FUNCTION limits_of_provisioned_users();

CREATE OR REPLACE FUNCTION limits_of_recovery_codes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."hash") > 500
  THEN PERFORM public.refuse_oversize('recovery_codes', to_jsonb(NEW), '', '', 'hash', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.recovery_codes
  FOR EACH ROW EXECUTE FUNCTION limits_of_recovery_codes();

CREATE OR REPLACE FUNCTION limits_of_redacted_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."hash") > 500
    OR char_length(NEW."left_hash") > 500
    OR char_length(NEW."place") > 500
    OR char_length(NEW."row") > 500
  THEN PERFORM public.refuse_oversize('redacted_rows', to_jsonb(NEW), '', '', 'hash', 'text', '', '500', 'left_hash', 'text', '', '500', 'place', 'text', '', '500', 'row', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.redacted_rows
  FOR EACH ROW EXECUTE FUNCTION limits_of_redacted_rows();

CREATE OR REPLACE FUNCTION limits_of_reference_proposals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."after"::text) > 6000000
    OR char_length(NEW."before"::text) > 6000000
    OR char_length(NEW."collection") > 500
    OR char_length(NEW."decided_by") > 500
    OR char_length(NEW."decided_by_name") > 500
    OR char_length(NEW."digest") > 500
    OR char_length(NEW."proposed_by") > 500
    OR char_length(NEW."proposed_by_name") > 500
    OR char_length(NEW."reason") > 10000
    OR char_length(NEW."status") > 500
    OR char_length(NEW."title") > 2000
  THEN PERFORM public.refuse_oversize('reference_proposals', to_jsonb(NEW), '', '', 'after', 'json', '', '6000000', 'before', 'json', '', '6000000', 'collection', 'text', '', '500', 'decided_by', 'text', '', '500', 'decided_by_name', 'text', '', '500', 'digest', 'text', '', '500', 'proposed_by', 'text', '', '500', 'proposed_by_name', 'text', '', '500', 'reason', 'text', '', '10000', 'status', 'text', '', '500', 'title', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.reference_proposals
  FOR EACH ROW EXECUTE FUNCTION limits_of_reference_proposals();

CREATE OR REPLACE FUNCTION limits_of_second_factors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."secret") > 2000
  THEN PERFORM public.refuse_oversize('second_factors', to_jsonb(NEW), '', '', 'secret', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.second_factors
  FOR EACH ROW EXECUTE FUNCTION limits_of_second_factors();

CREATE OR REPLACE FUNCTION limits_of_sign_in_attempts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."key") > 2000
  THEN PERFORM public.refuse_oversize('sign_in_attempts', to_jsonb(NEW), '', '', 'key', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.sign_in_attempts
  FOR EACH ROW EXECUTE FUNCTION limits_of_sign_in_attempts();

CREATE OR REPLACE FUNCTION limits_of_site_key_uses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."key") > 500
  THEN PERFORM public.refuse_oversize('site_key_uses', to_jsonb(NEW), '', '', 'key', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.site_key_uses
  FOR EACH ROW EXECUTE FUNCTION limits_of_site_key_uses();

CREATE OR REPLACE FUNCTION limits_of_unrecorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."place") > 500
    OR char_length(NEW."row") > 500
  THEN PERFORM public.refuse_oversize('unrecorded', to_jsonb(NEW), '', '', 'place', 'text', '', '500', 'row', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.unrecorded
  FOR EACH ROW EXECUTE FUNCTION limits_of_unrecorded();

CREATE OR REPLACE FUNCTION limits_of_used_tokens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."token") > 2000
  THEN PERFORM public.refuse_oversize('used_tokens', to_jsonb(NEW), '', '', 'token', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.used_tokens
  FOR EACH ROW EXECUTE FUNCTION limits_of_used_tokens();

CREATE OR REPLACE FUNCTION limits_of_users_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."address") > 500
    OR char_length(NEW."agent") > 500
    OR char_length(NEW."id") > 500
    OR char_length(NEW."method") > 500
  THEN PERFORM public.refuse_oversize('users_sessions', to_jsonb(NEW), '', '', 'address', 'text', '', '500', 'agent', 'text', '', '500', 'id', 'text', '', '500', 'method', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.users_sessions
  FOR EACH ROW EXECUTE FUNCTION limits_of_users_sessions();

CREATE OR REPLACE FUNCTION limits_of_webhook_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."event") > 500
    OR char_length(NEW."last_error") > 2000
    OR char_length(NEW."status") > 500
  THEN PERFORM public.refuse_oversize('webhook_deliveries', to_jsonb(NEW), '', '', 'event', 'text', '', '500', 'last_error', 'text', '', '2000', 'status', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.webhook_deliveries
  FOR EACH ROW EXECUTE FUNCTION limits_of_webhook_deliveries();

CREATE OR REPLACE FUNCTION limits_of_webhook_secrets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."sealed") > 2000
  THEN PERFORM public.refuse_oversize('webhook_secrets', to_jsonb(NEW), '', '', 'sealed', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.webhook_secrets
  FOR EACH ROW EXECUTE FUNCTION limits_of_webhook_secrets();

CREATE OR REPLACE FUNCTION limits_of_webhooks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."last_error") > 2000
    OR char_length(NEW."url") > 2000
  THEN PERFORM public.refuse_oversize('webhooks', to_jsonb(NEW), '', '', 'last_error', 'text', '', '2000', 'url', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.webhooks
  FOR EACH ROW EXECUTE FUNCTION limits_of_webhooks();

CREATE OR REPLACE FUNCTION limits_of_workflow_anchors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."feed_hash") > 500
    OR char_length(NEW."hash") > 500
    OR char_length(NEW."previous_hash") > 500
  THEN PERFORM public.refuse_oversize('workflow_anchors', to_jsonb(NEW), '', '', 'feed_hash', 'text', '', '500', 'hash', 'text', '', '500', 'previous_hash', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_anchors
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_anchors();

CREATE OR REPLACE FUNCTION limits_of_workflow_assignments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."assigned_by") > 500
    OR char_length(NEW."author") > 500
    OR char_length(NEW."document") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."reviewer") > 500
  THEN PERFORM public.refuse_oversize('workflow_assignments', to_jsonb(NEW), '', '', 'assigned_by', 'text', '', '500', 'author', 'text', '', '500', 'document', 'text', '', '500', 'document_collection', 'text', '', '500', 'reviewer', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_assignments
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_assignments();

CREATE OR REPLACE FUNCTION limits_of_workflow_chains() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."chain") > 2000
    OR char_length(NEW."hash") > 500
  THEN PERFORM public.refuse_oversize('workflow_chains', to_jsonb(NEW), '', '', 'chain', 'text', '', '2000', 'hash', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_chains
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_chains();

CREATE OR REPLACE FUNCTION limits_of_workflow_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."document") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."person") > 500
    OR char_length(NEW."person_name") > 500
  THEN PERFORM public.refuse_oversize('workflow_claims', to_jsonb(NEW), '', '', 'document', 'text', '', '500', 'document_collection', 'text', '', '500', 'person', 'text', '', '500', 'person_name', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_claims
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_claims();

CREATE OR REPLACE FUNCTION limits_of_workflow_comments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."anchor"::text) > 60000
    OR char_length(NEW."author") > 500
    OR char_length(NEW."author_name") > 500
    OR char_length(NEW."body") > 10000
    OR char_length(NEW."digest") > 500
    OR char_length(NEW."document") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."resolved_by") > 500
    OR char_length(NEW."resolved_by_name") > 500
  THEN PERFORM public.refuse_oversize('workflow_comments', to_jsonb(NEW), '', '', 'anchor', 'json', '', '60000', 'author', 'text', '', '500', 'author_name', 'text', '', '500', 'body', 'text', '', '10000', 'digest', 'text', '', '500', 'document', 'text', '', '500', 'document_collection', 'text', '', '500', 'resolved_by', 'text', '', '500', 'resolved_by_name', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_comments
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_comments();

CREATE OR REPLACE FUNCTION limits_of_workflow_delegations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."created_by") > 500
    OR char_length(NEW."from_person") > 500
    OR char_length(NEW."to_person") > 500
  THEN PERFORM public.refuse_oversize('workflow_delegations', to_jsonb(NEW), '', '', 'created_by', 'text', '', '500', 'from_person', 'text', '', '500', 'to_person', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_delegations
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_delegations();

CREATE OR REPLACE FUNCTION limits_of_workflow_plans() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."action") > 500
    OR char_length(NEW."approvals"::text) > 1000000
    OR char_length(NEW."digest") > 500
    OR char_length(NEW."document") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."planned_by") > 500
    OR char_length(NEW."planned_by_name") > 500
    OR char_length(NEW."reason") > 10000
    OR char_length(NEW."status") > 500
  THEN PERFORM public.refuse_oversize('workflow_plans', to_jsonb(NEW), '', '', 'action', 'text', '', '500', 'approvals', 'json', '', '1000000', 'digest', 'text', '', '500', 'document', 'text', '', '500', 'document_collection', 'text', '', '500', 'planned_by', 'text', '', '500', 'planned_by_name', 'text', '', '500', 'reason', 'text', '', '10000', 'status', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_plans
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_plans();

CREATE OR REPLACE FUNCTION limits_of_workflow_revocations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."document") > 500
    OR char_length(NEW."reason") > 10000
    OR char_length(NEW."revoked_by") > 500
    OR char_length(NEW."revoked_by_name") > 500
  THEN PERFORM public.refuse_oversize('workflow_revocations', to_jsonb(NEW), '', '', 'document', 'text', '', '500', 'reason', 'text', '', '10000', 'revoked_by', 'text', '', '500', 'revoked_by_name', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_revocations
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_revocations();

CREATE OR REPLACE FUNCTION limits_of_workflow_sign_offs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."comment") > 10000
    OR char_length(NEW."digest") > 500
    OR char_length(NEW."document") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."given_as") > 500
    OR char_length(NEW."given_by") > 500
    OR char_length(NEW."given_by_name") > 500
    OR char_length(NEW."kind") > 500
    OR char_length(NEW."text_digest") > 500
  THEN PERFORM public.refuse_oversize('workflow_sign_offs', to_jsonb(NEW), '', '', 'comment', 'text', '', '10000', 'digest', 'text', '', '500', 'document', 'text', '', '500', 'document_collection', 'text', '', '500', 'given_as', 'text', '', '500', 'given_by', 'text', '', '500', 'given_by_name', 'text', '', '500', 'kind', 'text', '', '500', 'text_digest', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_sign_offs
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_sign_offs();

CREATE OR REPLACE FUNCTION limits_of_workflow_stage_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."document") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."entered_by") > 500
    OR char_length(NEW."left_by") > 500
    OR char_length(NEW."left_for") > 500
    OR char_length(NEW."stage") > 500
  THEN PERFORM public.refuse_oversize('workflow_stage_times', to_jsonb(NEW), '', '', 'document', 'text', '', '500', 'document_collection', 'text', '', '500', 'entered_by', 'text', '', '500', 'left_by', 'text', '', '500', 'left_for', 'text', '', '500', 'stage', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_stage_times
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_stage_times();

CREATE OR REPLACE FUNCTION limits_of_workflow_text_writers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."digest") > 500
    OR char_length(NEW."document") > 500
    OR char_length(NEW."person") > 500
  THEN PERFORM public.refuse_oversize('workflow_text_writers', to_jsonb(NEW), '', '', 'digest', 'text', '', '500', 'document', 'text', '', '500', 'person', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_text_writers
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_text_writers();

CREATE OR REPLACE FUNCTION limits_of_workflow_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."content"::text) > 64000000
    OR char_length(NEW."digest") > 500
    OR char_length(NEW."document") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."written_by") > 500
    OR char_length(NEW."written_by_name") > 500
  THEN PERFORM public.refuse_oversize('workflow_texts', to_jsonb(NEW), '', '', 'content', 'json', '', '64000000', 'digest', 'text', '', '500', 'document', 'text', '', '500', 'document_collection', 'text', '', '500', 'written_by', 'text', '', '500', 'written_by_name', 'text', '', '500');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_texts
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_texts();

CREATE OR REPLACE FUNCTION limits_of_workflow_trash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF char_length(NEW."author") > 500
    OR char_length(NEW."content"::text) > 64000000
    OR char_length(NEW."contributors"::text) > 1000000
    OR char_length(NEW."deleted_by") > 500
    OR char_length(NEW."deleted_by_name") > 500
    OR char_length(NEW."digest") > 500
    OR char_length(NEW."document") > 500
    OR char_length(NEW."document_collection") > 500
    OR char_length(NEW."profession") > 500
    OR char_length(NEW."region") > 500
    OR char_length(NEW."title") > 2000
  THEN PERFORM public.refuse_oversize('workflow_trash', to_jsonb(NEW), '', '', 'author', 'text', '', '500', 'content', 'json', '', '64000000', 'contributors', 'json', '', '1000000', 'deleted_by', 'text', '', '500', 'deleted_by_name', 'text', '', '500', 'digest', 'text', '', '500', 'document', 'text', '', '500', 'document_collection', 'text', '', '500', 'profession', 'text', '', '500', 'region', 'text', '', '500', 'title', 'text', '', '2000');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.workflow_trash
  FOR EACH ROW EXECUTE FUNCTION limits_of_workflow_trash();
