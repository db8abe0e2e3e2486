import * as migration_20261124_021653_initial from './20261124_021653_initial';
import * as migration_20261124_022000_workflow_guard from './20261124_022000_workflow_guard';
import * as migration_20261124_160052_complete_workflow from './20261124_160052_complete_workflow';
import * as migration_20261124_160100_audit_chain from './20261124_160100_audit_chain';
import * as migration_20261124_160200_texts_and_plans from './20261124_160200_texts_and_plans';
import * as migration_20261124_160300_conversation from './20261124_160300_conversation';
import * as migration_20261124_161000_notifications from './20261124_161000_notifications';
import * as migration_20261124_192425_delivery_sites from './20261124_192425_delivery_sites';
import * as migration_20261124_193000_delivery from './20261124_193000_delivery';
import * as migration_20261124_194000_webhooks from './20261124_194000_webhooks';
import * as migration_20261127_030000_newsroom from './20261127_030000_newsroom';
import * as migration_20261127_034500_figures from './20261127_034500_figures';
import * as migration_20261129_003000_functions from './20261129_003000_functions';
import * as migration_20261129_010000_shapes_and_writers from './20261129_010000_shapes_and_writers';
import * as migration_20261129_012227_generated_add_faq from './20261129_012227_generated_add_faq';
import * as migration_20261129_013105_generated_add_entry_routes from './20261129_013105_generated_add_entry_routes';
import * as migration_20261129_013307_generated_add_day_in_the_life from './20261129_013307_generated_add_day_in_the_life';
import * as migration_20261129_013421_generated_add_working_conditions from './20261129_013421_generated_add_working_conditions';
import * as migration_20261129_013547_generated_add_skills from './20261129_013547_generated_add_skills';
import * as migration_20261129_013715_generated_add_career_path from './20261129_013715_generated_add_career_path';
import * as migration_20261129_013834_generated_add_statistics from './20261129_013834_generated_add_statistics';
import * as migration_20261129_014014_generated_add_video from './20261129_014014_generated_add_video';
import * as migration_20261129_014103_generated_add_related_professions from './20261129_014103_generated_add_related_professions';
import * as migration_20261129_032633_generated_drop_job_queue from './20261129_032633_generated_drop_job_queue';
import * as migration_20261129_035000_leases from './20261129_035000_leases';
import * as migration_20261129_041500_lapses from './20261129_041500_lapses';
import * as migration_20261129_041908_generated_add_voices from './20261129_041908_generated_add_voices';
import * as migration_20261129_093849_generated_deactivation from './20261129_093849_generated_deactivation';
import * as migration_20261129_094034_generated_edges_settings from './20261129_094034_generated_edges_settings';
import * as migration_20261129_094500_edges from './20261129_094500_edges';
import * as migration_20261129_100237_generated_desk_flags from './20261129_100237_generated_desk_flags';
import * as migration_20261129_101500_due_dates from './20261129_101500_due_dates';
import * as migration_20261129_102000_previews from './20261129_102000_previews';
import * as migration_20261129_102000_trash from './20261129_102000_trash';
import * as migration_20261129_104000_sign_offs from './20261129_104000_sign_offs';
import * as migration_20261129_111332_generated_sign_off_rules from './20261129_111332_generated_sign_off_rules';
import * as migration_20261129_130000_awaited_sign_offs from './20261129_130000_awaited_sign_offs';
import * as migration_20261129_134054_generated_all_texts from './20261129_134054_generated_all_texts';
import * as migration_20261129_143000_planned_texts from './20261129_143000_planned_texts';
import * as migration_20261129_160500_read_model_on_record from './20261129_160500_read_model_on_record';
import * as migration_20261129_161000_proofs from './20261129_161000_proofs';
import * as migration_20261129_163000_public_log from './20261129_163000_public_log';
import * as migration_20261129_171000_kept_keys_and_runs from './20261129_171000_kept_keys_and_runs';
import * as migration_20261129_191500_sign_in_attempts from './20261129_191500_sign_in_attempts';
import * as migration_20261129_192016_generated_sign_in_sessions from './20261129_192016_generated_sign_in_sessions';
import * as migration_20261129_194500_single_sign_on from './20261129_194500_single_sign_on';
import * as migration_20261129_195000_second_factors from './20261129_195000_second_factors';
import * as migration_20261129_195500_provisioning from './20261129_195500_provisioning';
import * as migration_20261129_201000_reference_proposals from './20261129_201000_reference_proposals';
import * as migration_20261129_210344_generated_second_factor_at from './20261129_210344_generated_second_factor_at';
import * as migration_20261129_223000_erasures from './20261129_223000_erasures';
import * as migration_20261129_231500_when_authenticated from './20261129_231500_when_authenticated';
import * as migration_20261129_232000_account_mails from './20261129_232000_account_mails';
import * as migration_20261130_060000_more_erasures from './20261130_060000_more_erasures';
import * as migration_20261130_070000_proofs_of_all from './20261130_070000_proofs_of_all';
import * as migration_20261130_070500_releases_of_pictures from './20261130_070500_releases_of_pictures';
import * as migration_20261130_080000_unrecorded from './20261130_080000_unrecorded';

export const migrations = [
  {
    up: migration_20261124_021653_initial.up,
    down: migration_20261124_021653_initial.down,
    name: '20261124_021653_initial',
  },
  {
    up: migration_20261124_022000_workflow_guard.up,
    down: migration_20261124_022000_workflow_guard.down,
    name: '20261124_022000_workflow_guard',
  },
  {
    up: migration_20261124_160052_complete_workflow.up,
    down: migration_20261124_160052_complete_workflow.down,
    name: '20261124_160052_complete_workflow',
  },
  {
    up: migration_20261124_160100_audit_chain.up,
    down: migration_20261124_160100_audit_chain.down,
    name: '20261124_160100_audit_chain',
  },
  {
    up: migration_20261124_160200_texts_and_plans.up,
    down: migration_20261124_160200_texts_and_plans.down,
    name: '20261124_160200_texts_and_plans',
  },
  {
    up: migration_20261124_160300_conversation.up,
    down: migration_20261124_160300_conversation.down,
    name: '20261124_160300_conversation',
  },
  {
    up: migration_20261124_161000_notifications.up,
    down: migration_20261124_161000_notifications.down,
    name: '20261124_161000_notifications',
  },
  {
    up: migration_20261124_192425_delivery_sites.up,
    down: migration_20261124_192425_delivery_sites.down,
    name: '20261124_192425_delivery_sites',
  },
  {
    up: migration_20261124_193000_delivery.up,
    down: migration_20261124_193000_delivery.down,
    name: '20261124_193000_delivery',
  },
  {
    up: migration_20261124_194000_webhooks.up,
    down: migration_20261124_194000_webhooks.down,
    name: '20261124_194000_webhooks',
  },
  {
    up: migration_20261127_030000_newsroom.up,
    down: migration_20261127_030000_newsroom.down,
    name: '20261127_030000_newsroom',
  },
  {
    up: migration_20261127_034500_figures.up,
    down: migration_20261127_034500_figures.down,
    name: '20261127_034500_figures',
  },
  {
    up: migration_20261129_003000_functions.up,
    down: migration_20261129_003000_functions.down,
    name: '20261129_003000_functions',
  },
  {
    up: migration_20261129_010000_shapes_and_writers.up,
    down: migration_20261129_010000_shapes_and_writers.down,
    name: '20261129_010000_shapes_and_writers',
  },
  {
    up: migration_20261129_012227_generated_add_faq.up,
    down: migration_20261129_012227_generated_add_faq.down,
    name: '20261129_012227_generated_add_faq',
  },
  {
    up: migration_20261129_013105_generated_add_entry_routes.up,
    down: migration_20261129_013105_generated_add_entry_routes.down,
    name: '20261129_013105_generated_add_entry_routes',
  },
  {
    up: migration_20261129_013307_generated_add_day_in_the_life.up,
    down: migration_20261129_013307_generated_add_day_in_the_life.down,
    name: '20261129_013307_generated_add_day_in_the_life',
  },
  {
    up: migration_20261129_013421_generated_add_working_conditions.up,
    down: migration_20261129_013421_generated_add_working_conditions.down,
    name: '20261129_013421_generated_add_working_conditions',
  },
  {
    up: migration_20261129_013547_generated_add_skills.up,
    down: migration_20261129_013547_generated_add_skills.down,
    name: '20261129_013547_generated_add_skills',
  },
  {
    up: migration_20261129_013715_generated_add_career_path.up,
    down: migration_20261129_013715_generated_add_career_path.down,
    name: '20261129_013715_generated_add_career_path',
  },
  {
    up: migration_20261129_013834_generated_add_statistics.up,
    down: migration_20261129_013834_generated_add_statistics.down,
    name: '20261129_013834_generated_add_statistics',
  },
  {
    up: migration_20261129_014014_generated_add_video.up,
    down: migration_20261129_014014_generated_add_video.down,
    name: '20261129_014014_generated_add_video',
  },
  {
    up: migration_20261129_014103_generated_add_related_professions.up,
    down: migration_20261129_014103_generated_add_related_professions.down,
    name: '20261129_014103_generated_add_related_professions',
  },
  {
    up: migration_20261129_032633_generated_drop_job_queue.up,
    down: migration_20261129_032633_generated_drop_job_queue.down,
    name: '20261129_032633_generated_drop_job_queue',
  },
  {
    up: migration_20261129_035000_leases.up,
    down: migration_20261129_035000_leases.down,
    name: '20261129_035000_leases',
  },
  {
    up: migration_20261129_041500_lapses.up,
    down: migration_20261129_041500_lapses.down,
    name: '20261129_041500_lapses',
  },
  {
    up: migration_20261129_041908_generated_add_voices.up,
    down: migration_20261129_041908_generated_add_voices.down,
    name: '20261129_041908_generated_add_voices',
  },
  {
    up: migration_20261129_093849_generated_deactivation.up,
    down: migration_20261129_093849_generated_deactivation.down,
    name: '20261129_093849_generated_deactivation',
  },
  {
    up: migration_20261129_094034_generated_edges_settings.up,
    down: migration_20261129_094034_generated_edges_settings.down,
    name: '20261129_094034_generated_edges_settings',
  },
  {
    up: migration_20261129_094500_edges.up,
    down: migration_20261129_094500_edges.down,
    name: '20261129_094500_edges',
  },
  {
    up: migration_20261129_100237_generated_desk_flags.up,
    down: migration_20261129_100237_generated_desk_flags.down,
    name: '20261129_100237_generated_desk_flags',
  },
  {
    up: migration_20261129_101500_due_dates.up,
    down: migration_20261129_101500_due_dates.down,
    name: '20261129_101500_due_dates',
  },
  {
    up: migration_20261129_102000_previews.up,
    down: migration_20261129_102000_previews.down,
    name: '20261129_102000_previews',
  },
  {
    up: migration_20261129_102000_trash.up,
    down: migration_20261129_102000_trash.down,
    name: '20261129_102000_trash',
  },
  {
    up: migration_20261129_104000_sign_offs.up,
    down: migration_20261129_104000_sign_offs.down,
    name: '20261129_104000_sign_offs',
  },
  {
    up: migration_20261129_111332_generated_sign_off_rules.up,
    down: migration_20261129_111332_generated_sign_off_rules.down,
    name: '20261129_111332_generated_sign_off_rules',
  },
  {
    up: migration_20261129_130000_awaited_sign_offs.up,
    down: migration_20261129_130000_awaited_sign_offs.down,
    name: '20261129_130000_awaited_sign_offs',
  },
  {
    up: migration_20261129_134054_generated_all_texts.up,
    down: migration_20261129_134054_generated_all_texts.down,
    name: '20261129_134054_generated_all_texts',
  },
  {
    up: migration_20261129_143000_planned_texts.up,
    down: migration_20261129_143000_planned_texts.down,
    name: '20261129_143000_planned_texts',
  },
  {
    up: migration_20261129_160500_read_model_on_record.up,
    down: migration_20261129_160500_read_model_on_record.down,
    name: '20261129_160500_read_model_on_record',
  },
  {
    up: migration_20261129_161000_proofs.up,
    down: migration_20261129_161000_proofs.down,
    name: '20261129_161000_proofs',
  },
  {
    up: migration_20261129_163000_public_log.up,
    down: migration_20261129_163000_public_log.down,
    name: '20261129_163000_public_log',
  },
  {
    up: migration_20261129_171000_kept_keys_and_runs.up,
    down: migration_20261129_171000_kept_keys_and_runs.down,
    name: '20261129_171000_kept_keys_and_runs',
  },
  {
    up: migration_20261129_191500_sign_in_attempts.up,
    down: migration_20261129_191500_sign_in_attempts.down,
    name: '20261129_191500_sign_in_attempts',
  },
  {
    up: migration_20261129_192016_generated_sign_in_sessions.up,
    down: migration_20261129_192016_generated_sign_in_sessions.down,
    name: '20261129_192016_generated_sign_in_sessions',
  },
  {
    up: migration_20261129_194500_single_sign_on.up,
    down: migration_20261129_194500_single_sign_on.down,
    name: '20261129_194500_single_sign_on',
  },
  {
    up: migration_20261129_195000_second_factors.up,
    down: migration_20261129_195000_second_factors.down,
    name: '20261129_195000_second_factors',
  },
  {
    up: migration_20261129_195500_provisioning.up,
    down: migration_20261129_195500_provisioning.down,
    name: '20261129_195500_provisioning',
  },
  {
    up: migration_20261129_201000_reference_proposals.up,
    down: migration_20261129_201000_reference_proposals.down,
    name: '20261129_201000_reference_proposals',
  },
  {
    up: migration_20261129_210344_generated_second_factor_at.up,
    down: migration_20261129_210344_generated_second_factor_at.down,
    name: '20261129_210344_generated_second_factor_at'
  },
  {
    up: migration_20261129_223000_erasures.up,
    down: migration_20261129_223000_erasures.down,
    name: '20261129_223000_erasures',
  },
  {
    up: migration_20261129_231500_when_authenticated.up,
    down: migration_20261129_231500_when_authenticated.down,
    name: '20261129_231500_when_authenticated',
  },
  {
    up: migration_20261129_232000_account_mails.up,
    down: migration_20261129_232000_account_mails.down,
    name: '20261129_232000_account_mails',
  },
  {
    up: migration_20261130_060000_more_erasures.up,
    down: migration_20261130_060000_more_erasures.down,
    name: '20261130_060000_more_erasures',
  },
  {
    up: migration_20261130_070000_proofs_of_all.up,
    down: migration_20261130_070000_proofs_of_all.down,
    name: '20261130_070000_proofs_of_all',
  },
  {
    up: migration_20261130_070500_releases_of_pictures.up,
    down: migration_20261130_070500_releases_of_pictures.down,
    name: '20261130_070500_releases_of_pictures',
  },
  {
    up: migration_20261130_080000_unrecorded.up,
    down: migration_20261130_080000_unrecorded.down,
    name: '20261130_080000_unrecorded',
  },
];
