import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`members\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`lang\` text DEFAULT 'fr' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`members_updated_at_idx\` ON \`members\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`members_created_at_idx\` ON \`members\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`members_email_idx\` ON \`members\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`profiles\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`headline\` text,
  	\`presentation\` text,
  	\`skills\` text,
  	\`town\` text,
  	\`website\` text,
  	\`portrait_url\` text,
  	\`listed\` integer DEFAULT false,
  	\`arrived_at\` text,
  	\`search_key\` text,
  	\`sort_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`profiles_person_idx\` ON \`profiles\` (\`person\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`profiles_slug_idx\` ON \`profiles\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`profiles_listed_idx\` ON \`profiles\` (\`listed\`);`)
  await db.run(sql`CREATE INDEX \`profiles_arrived_at_idx\` ON \`profiles\` (\`arrived_at\`);`)
  await db.run(sql`CREATE INDEX \`profiles_sort_key_idx\` ON \`profiles\` (\`sort_key\`);`)
  await db.run(sql`CREATE INDEX \`profiles_updated_at_idx\` ON \`profiles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`profiles_created_at_idx\` ON \`profiles\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`listed_sortKey_idx\` ON \`profiles\` (\`listed\`,\`sort_key\`);`)
  await db.run(sql`CREATE INDEX \`listed_arrivedAt_sortKey_idx\` ON \`profiles\` (\`listed\`,\`arrived_at\`,\`sort_key\`);`)
  await db.run(sql`CREATE TABLE \`standings\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`standing\` text NOT NULL,
  	\`since\` text,
  	\`until\` text,
  	\`before\` text,
  	\`reason\` text,
  	\`actor\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`standings_person_idx\` ON \`standings\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`standings_standing_idx\` ON \`standings\` (\`standing\`);`)
  await db.run(sql`CREATE INDEX \`standings_facts_pending_idx\` ON \`standings\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`standings_updated_at_idx\` ON \`standings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`standings_created_at_idx\` ON \`standings\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`role_grants\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`role\` text NOT NULL,
  	\`scope\` text,
  	\`from\` text,
  	\`to\` text,
  	\`actor\` text,
  	\`ended_by\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`role_grants_key_idx\` ON \`role_grants\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_person_idx\` ON \`role_grants\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_facts_pending_idx\` ON \`role_grants\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_updated_at_idx\` ON \`role_grants\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_created_at_idx\` ON \`role_grants\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sign_ins\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`token_hash\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`device\` text,
  	\`started_at\` text,
  	\`last_seen_at\` text,
  	\`expires_at\` text,
  	\`ended_at\` text,
  	\`end_reason\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`sign_ins_token_hash_idx\` ON \`sign_ins\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`sign_ins_person_idx\` ON \`sign_ins\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`sign_ins_expires_at_idx\` ON \`sign_ins\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`sign_ins_updated_at_idx\` ON \`sign_ins\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sign_ins_created_at_idx\` ON \`sign_ins\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`applications\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`season\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`phone\` text,
  	\`person\` text,
  	\`lang\` text NOT NULL,
  	\`activity\` text NOT NULL,
  	\`skills\` text NOT NULL,
  	\`motives\` text NOT NULL,
  	\`charter_at\` text NOT NULL,
  	\`privacy_at\` text NOT NULL,
  	\`interview_at\` text,
  	\`interview_place\` text,
  	\`interviewed_at\` text,
  	\`report\` text,
  	\`decision\` text,
  	\`reason\` text,
  	\`decided_by\` text,
  	\`decided_at\` text,
  	\`due_cents\` numeric,
  	\`joined_at\` text,
  	\`search_key\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`applications_key_idx\` ON \`applications\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`applications_state_idx\` ON \`applications\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`applications_person_idx\` ON \`applications\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`applications_interview_at_idx\` ON \`applications\` (\`interview_at\`);`)
  await db.run(sql`CREATE INDEX \`applications_facts_pending_idx\` ON \`applications\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`applications_updated_at_idx\` ON \`applications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`applications_created_at_idx\` ON \`applications\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`season_state_idx\` ON \`applications\` (\`season\`,\`state\`);`)
  await db.run(sql`CREATE TABLE \`memberships\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`season\` text NOT NULL,
  	\`seat\` numeric NOT NULL,
  	\`state\` text NOT NULL,
  	\`since\` text NOT NULL,
  	\`payment_ref\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`memberships_key_idx\` ON \`memberships\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`memberships_person_idx\` ON \`memberships\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`memberships_payment_ref_idx\` ON \`memberships\` (\`payment_ref\`);`)
  await db.run(sql`CREATE INDEX \`memberships_facts_pending_idx\` ON \`memberships\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`memberships_updated_at_idx\` ON \`memberships\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`memberships_created_at_idx\` ON \`memberships\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`season_state_1_idx\` ON \`memberships\` (\`season\`,\`state\`);`)
  await db.run(sql`CREATE TABLE \`payments\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`application\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`season\` text NOT NULL,
  	\`cents\` numeric NOT NULL,
  	\`method\` text NOT NULL,
  	\`received_on\` text NOT NULL,
  	\`reference\` text,
  	\`recorded_by\` text NOT NULL,
  	\`recorded_at\` text NOT NULL,
  	\`settled\` numeric NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payments_key_idx\` ON \`payments\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payments_application_idx\` ON \`payments\` (\`application\`);`)
  await db.run(sql`CREATE INDEX \`payments_person_idx\` ON \`payments\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`payments_season_idx\` ON \`payments\` (\`season\`);`)
  await db.run(sql`CREATE INDEX \`payments_received_on_idx\` ON \`payments\` (\`received_on\`);`)
  await db.run(sql`CREATE INDEX \`payments_settled_idx\` ON \`payments\` (\`settled\`);`)
  await db.run(sql`CREATE INDEX \`payments_facts_pending_idx\` ON \`payments\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`payments_updated_at_idx\` ON \`payments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payments_created_at_idx\` ON \`payments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`seats\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`season\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`state\` text NOT NULL,
  	\`occupant\` text NOT NULL,
  	\`person\` text,
  	\`held_until\` text,
  	\`taken_at\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`seats_key_idx\` ON \`seats\` (\`key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`seats_occupant_idx\` ON \`seats\` (\`occupant\`);`)
  await db.run(sql`CREATE INDEX \`seats_person_idx\` ON \`seats\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`seats_held_until_idx\` ON \`seats\` (\`held_until\`);`)
  await db.run(sql`CREATE INDEX \`seats_facts_pending_idx\` ON \`seats\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`seats_updated_at_idx\` ON \`seats\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`seats_created_at_idx\` ON \`seats\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`season_state_2_idx\` ON \`seats\` (\`season\`,\`state\`);`)
  await db.run(sql`CREATE TABLE \`seasons\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`title_fr\` text NOT NULL,
  	\`title_en\` text NOT NULL,
  	\`state\` text DEFAULT 'draft' NOT NULL,
  	\`cap\` numeric DEFAULT 120 NOT NULL,
  	\`fee_cents\` numeric DEFAULT 500 NOT NULL,
  	\`opens_on\` text NOT NULL,
  	\`closes_on\` text,
  	\`staff_takes_seats\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`seasons_slug_idx\` ON \`seasons\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`seasons_state_idx\` ON \`seasons\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`seasons_updated_at_idx\` ON \`seasons\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`seasons_created_at_idx\` ON \`seasons\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`ts_accounts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`balance\` numeric NOT NULL,
  	\`held_out\` numeric NOT NULL,
  	\`held_in\` numeric NOT NULL,
  	\`min\` numeric NOT NULL,
  	\`max\` numeric,
  	\`closed\` integer,
  	\`debits\` numeric NOT NULL,
  	\`credits\` numeric NOT NULL,
  	\`rows\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ts_accounts_key_idx\` ON \`ts_accounts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`ts_accounts_balance_idx\` ON \`ts_accounts\` (\`balance\`);`)
  await db.run(sql`CREATE INDEX \`ts_accounts_updated_at_idx\` ON \`ts_accounts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ts_accounts_created_at_idx\` ON \`ts_accounts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`ts_transfers\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`debit\` text NOT NULL,
  	\`credit\` text NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`code\` text,
  	\`ref\` text,
  	\`actor\` text NOT NULL,
  	\`reason\` text,
  	\`note\` text,
  	\`expires_at\` text,
  	\`refusal\` text,
  	\`seen\` numeric,
  	\`min\` numeric,
  	\`max\` numeric,
  	\`batch\` text,
  	\`leg\` numeric,
  	\`legs\` numeric,
  	\`key\` text NOT NULL,
  	\`debit_slot\` text NOT NULL,
  	\`credit_slot\` text NOT NULL,
  	\`settles\` text NOT NULL,
  	\`request\` text NOT NULL,
  	\`mark\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`ts_transfers_at_idx\` ON \`ts_transfers\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`ts_transfers_kind_idx\` ON \`ts_transfers\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`ts_transfers_expires_at_idx\` ON \`ts_transfers\` (\`expires_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`ts_transfers_key_idx\` ON \`ts_transfers\` (\`key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`ts_transfers_debit_slot_idx\` ON \`ts_transfers\` (\`debit_slot\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`ts_transfers_credit_slot_idx\` ON \`ts_transfers\` (\`credit_slot\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`ts_transfers_settles_idx\` ON \`ts_transfers\` (\`settles\`);`)
  await db.run(sql`CREATE INDEX \`ts_transfers_mark_idx\` ON \`ts_transfers\` (\`mark\`);`)
  await db.run(sql`CREATE INDEX \`ts_transfers_updated_at_idx\` ON \`ts_transfers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ts_transfers_created_at_idx\` ON \`ts_transfers\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`debit_id_idx\` ON \`ts_transfers\` (\`debit\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`credit_id_idx\` ON \`ts_transfers\` (\`credit\`,\`id\`);`)
  await db.run(sql`CREATE TABLE \`ts_notes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`text\` text,
  	\`by\` text NOT NULL,
  	\`about\` text,
  	\`at\` text NOT NULL,
  	\`erased_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ts_notes_key_idx\` ON \`ts_notes\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`ts_notes_by_idx\` ON \`ts_notes\` (\`by\`);`)
  await db.run(sql`CREATE INDEX \`ts_notes_about_idx\` ON \`ts_notes\` (\`about\`);`)
  await db.run(sql`CREATE INDEX \`ts_notes_updated_at_idx\` ON \`ts_notes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ts_notes_created_at_idx\` ON \`ts_notes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`ts_seals\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`hash\` text NOT NULL,
  	\`prev_hash\` text,
  	\`from\` text,
  	\`to\` text,
  	\`prints\` text,
  	\`late\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ts_seals_seq_idx\` ON \`ts_seals\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`ts_seals_updated_at_idx\` ON \`ts_seals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ts_seals_created_at_idx\` ON \`ts_seals\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`ts_checkpoints\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`account\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`up_to\` text NOT NULL,
  	\`opened\` integer,
  	\`balance\` numeric NOT NULL,
  	\`held_out\` numeric NOT NULL,
  	\`held_in\` numeric NOT NULL,
  	\`debits\` numeric NOT NULL,
  	\`credits\` numeric NOT NULL,
  	\`min\` numeric NOT NULL,
  	\`max\` numeric,
  	\`limit_at\` numeric NOT NULL,
  	\`closed\` integer,
  	\`rows\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ts_checkpoints_key_idx\` ON \`ts_checkpoints\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`ts_checkpoints_updated_at_idx\` ON \`ts_checkpoints\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ts_checkpoints_created_at_idx\` ON \`ts_checkpoints\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`account_seq_idx\` ON \`ts_checkpoints\` (\`account\`,\`seq\`);`)
  await db.run(sql`CREATE TABLE \`exchanges\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`need\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`hours\` numeric NOT NULL,
  	\`requester\` text NOT NULL,
  	\`helper\` text NOT NULL,
  	\`rating\` numeric,
  	\`comment\` text,
  	\`evaluated_by\` text,
  	\`ended_by\` text,
  	\`since\` text,
  	\`expires_at\` text,
  	\`asked_at\` text,
  	\`short_at\` text,
  	\`accepted_at\` text,
  	\`delivered_at\` text,
  	\`evaluated_at\` text,
  	\`disputed_at\` text,
  	\`settled_at\` text,
  	\`ended_at\` text,
  	\`owes\` text NOT NULL,
  	\`attempt\` numeric DEFAULT 0 NOT NULL,
  	\`hold_key\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`exchanges_key_idx\` ON \`exchanges\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`exchanges_state_idx\` ON \`exchanges\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`exchanges_requester_idx\` ON \`exchanges\` (\`requester\`);`)
  await db.run(sql`CREATE INDEX \`exchanges_helper_idx\` ON \`exchanges\` (\`helper\`);`)
  await db.run(sql`CREATE INDEX \`exchanges_since_idx\` ON \`exchanges\` (\`since\`);`)
  await db.run(sql`CREATE INDEX \`exchanges_expires_at_idx\` ON \`exchanges\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`exchanges_owes_idx\` ON \`exchanges\` (\`owes\`);`)
  await db.run(sql`CREATE INDEX \`exchanges_hold_key_idx\` ON \`exchanges\` (\`hold_key\`);`)
  await db.run(sql`CREATE INDEX \`exchanges_facts_pending_idx\` ON \`exchanges\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`exchanges_updated_at_idx\` ON \`exchanges\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`exchanges_created_at_idx\` ON \`exchanges\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`credit_rules\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label_fr\` text NOT NULL,
  	\`label_en\` text NOT NULL,
  	\`event\` text DEFAULT 'membership.confirmed' NOT NULL,
  	\`amount\` numeric DEFAULT 5 NOT NULL,
  	\`from_on\` text,
  	\`to_on\` text,
  	\`active\` integer DEFAULT true,
  	\`key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`credit_rules_event_idx\` ON \`credit_rules\` (\`event\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`credit_rules_key_idx\` ON \`credit_rules\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`credit_rules_updated_at_idx\` ON \`credit_rules\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`credit_rules_created_at_idx\` ON \`credit_rules\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`missions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`brief\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`mode\` text NOT NULL,
  	\`skills\` text,
  	\`budget\` text,
  	\`deadline\` text,
  	\`loge\` text,
  	\`posted_by\` text NOT NULL,
  	\`verified_by\` text,
  	\`remark\` text,
  	\`since\` text,
  	\`published_at\` text,
  	\`search_key\` text,
  	\`sort_key\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`missions_key_idx\` ON \`missions\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`missions_state_idx\` ON \`missions\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`missions_deadline_idx\` ON \`missions\` (\`deadline\`);`)
  await db.run(sql`CREATE INDEX \`missions_loge_idx\` ON \`missions\` (\`loge\`);`)
  await db.run(sql`CREATE INDEX \`missions_posted_by_idx\` ON \`missions\` (\`posted_by\`);`)
  await db.run(sql`CREATE INDEX \`missions_since_idx\` ON \`missions\` (\`since\`);`)
  await db.run(sql`CREATE INDEX \`missions_published_at_idx\` ON \`missions\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`missions_sort_key_idx\` ON \`missions\` (\`sort_key\`);`)
  await db.run(sql`CREATE INDEX \`missions_facts_pending_idx\` ON \`missions\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`missions_updated_at_idx\` ON \`missions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`missions_created_at_idx\` ON \`missions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mission_prospects\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`mission\` text NOT NULL,
  	\`name\` text,
  	\`organisation\` text,
  	\`email\` text,
  	\`phone\` text,
  	\`notes\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`mission_prospects_mission_idx\` ON \`mission_prospects\` (\`mission\`);`)
  await db.run(sql`CREATE INDEX \`mission_prospects_updated_at_idx\` ON \`mission_prospects\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mission_prospects_created_at_idx\` ON \`mission_prospects\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`loges\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`state\` text DEFAULT 'forming' NOT NULL,
  	\`territory\` text NOT NULL,
  	\`presentation\` text,
  	\`wanted_skills\` text,
  	\`search_key\` text,
  	\`sort_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`loges_slug_idx\` ON \`loges\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`loges_state_idx\` ON \`loges\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`loges_sort_key_idx\` ON \`loges\` (\`sort_key\`);`)
  await db.run(sql`CREATE INDEX \`loges_updated_at_idx\` ON \`loges\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`loges_created_at_idx\` ON \`loges\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`forum_categories\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`slug\` text NOT NULL,
  	\`order\` numeric DEFAULT 100,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`forum_categories_slug_idx\` ON \`forum_categories\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`forum_categories_updated_at_idx\` ON \`forum_categories\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`forum_categories_created_at_idx\` ON \`forum_categories\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`forum_categories_locales\` (
  	\`title\` text,
  	\`description\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`forum_categories\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`forum_categories_locales_locale_parent_id_unique\` ON \`forum_categories_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`forum_topics\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`category_id\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`author\` text NOT NULL,
  	\`content\` text NOT NULL,
  	\`edited_at\` text,
  	\`hidden\` integer DEFAULT false NOT NULL,
  	\`hidden_reason\` text,
  	\`hidden_by\` text,
  	\`pinned\` integer DEFAULT false NOT NULL,
  	\`locked\` integer DEFAULT false NOT NULL,
  	\`reply_count\` numeric DEFAULT 0 NOT NULL,
  	\`last_post_at\` text NOT NULL,
  	\`last_post_by\` text,
  	\`search_key\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`category_id\`) REFERENCES \`forum_categories\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`forum_topics_category_idx\` ON \`forum_topics\` (\`category_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`forum_topics_key_idx\` ON \`forum_topics\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`forum_topics_author_idx\` ON \`forum_topics\` (\`author\`);`)
  await db.run(sql`CREATE INDEX \`forum_topics_hidden_idx\` ON \`forum_topics\` (\`hidden\`);`)
  await db.run(sql`CREATE INDEX \`forum_topics_last_post_at_idx\` ON \`forum_topics\` (\`last_post_at\`);`)
  await db.run(sql`CREATE INDEX \`forum_topics_facts_pending_idx\` ON \`forum_topics\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`forum_topics_updated_at_idx\` ON \`forum_topics\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`forum_topics_created_at_idx\` ON \`forum_topics\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`category_lastPostAt_idx\` ON \`forum_topics\` (\`category_id\`,\`last_post_at\`);`)
  await db.run(sql`CREATE TABLE \`forum_replies\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`topic_id\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`author\` text NOT NULL,
  	\`content\` text NOT NULL,
  	\`edited_at\` text,
  	\`hidden\` integer DEFAULT false NOT NULL,
  	\`hidden_reason\` text,
  	\`hidden_by\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`forum_topics\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`forum_replies_topic_idx\` ON \`forum_replies\` (\`topic_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`forum_replies_key_idx\` ON \`forum_replies\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`forum_replies_author_idx\` ON \`forum_replies\` (\`author\`);`)
  await db.run(sql`CREATE INDEX \`forum_replies_hidden_idx\` ON \`forum_replies\` (\`hidden\`);`)
  await db.run(sql`CREATE INDEX \`forum_replies_facts_pending_idx\` ON \`forum_replies\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`forum_replies_updated_at_idx\` ON \`forum_replies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`forum_replies_created_at_idx\` ON \`forum_replies\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`visibility\` text DEFAULT 'public' NOT NULL,
  	\`kind\` text DEFAULT 'content' NOT NULL,
  	\`owner\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_portrait_small_url\` text,
  	\`sizes_portrait_small_width\` numeric,
  	\`sizes_portrait_small_height\` numeric,
  	\`sizes_portrait_small_mime_type\` text,
  	\`sizes_portrait_small_filesize\` numeric,
  	\`sizes_portrait_small_filename\` text,
  	\`sizes_portrait_url\` text,
  	\`sizes_portrait_width\` numeric,
  	\`sizes_portrait_height\` numeric,
  	\`sizes_portrait_mime_type\` text,
  	\`sizes_portrait_filesize\` numeric,
  	\`sizes_portrait_filename\` text,
  	\`sizes_card_url\` text,
  	\`sizes_card_width\` numeric,
  	\`sizes_card_height\` numeric,
  	\`sizes_card_mime_type\` text,
  	\`sizes_card_filesize\` numeric,
  	\`sizes_card_filename\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`media_kind_idx\` ON \`media\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`media_owner_idx\` ON \`media\` (\`owner\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_portrait_small_sizes_portrait_small_filename_idx\` ON \`media\` (\`sizes_portrait_small_filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_portrait_sizes_portrait_filename_idx\` ON \`media\` (\`sizes_portrait_filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_card_sizes_card_filename_idx\` ON \`media\` (\`sizes_card_filename\`);`)
  await db.run(sql`CREATE TABLE \`media_locales\` (
  	\`alt\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`media_locales_locale_parent_id_unique\` ON \`media_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`slug\` text,
  	\`menu\` text DEFAULT 'none',
  	\`order\` numeric DEFAULT 100,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_slug_idx\` ON \`pages\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`pages_updated_at_idx\` ON \`pages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`pages_created_at_idx\` ON \`pages\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`pages__status_idx\` ON \`pages\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`pages_locales\` (
  	\`title\` text,
  	\`description\` text,
  	\`content\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_locales_locale_parent_id_unique\` ON \`pages_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_slug\` text,
  	\`version_menu\` text DEFAULT 'none',
  	\`version_order\` numeric DEFAULT 100,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_parent_idx\` ON \`_pages_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_slug_idx\` ON \`_pages_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_updated_at_idx\` ON \`_pages_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_created_at_idx\` ON \`_pages_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version__status_idx\` ON \`_pages_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_created_at_idx\` ON \`_pages_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_updated_at_idx\` ON \`_pages_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_snapshot_idx\` ON \`_pages_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_published_locale_idx\` ON \`_pages_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_latest_idx\` ON \`_pages_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_locales\` (
  	\`version_title\` text,
  	\`version_description\` text,
  	\`version_content\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_locales_locale_parent_id_unique\` ON \`_pages_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`posts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`cover_id\` text,
  	\`slug\` text,
  	\`published_at\` text,
  	\`author\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`cover_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_cover_idx\` ON \`posts\` (\`cover_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`posts_slug_idx\` ON \`posts\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`posts_published_at_idx\` ON \`posts\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_updated_at_idx\` ON \`posts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_created_at_idx\` ON \`posts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`posts__status_idx\` ON \`posts\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`posts_locales\` (
  	\`title\` text,
  	\`excerpt\` text,
  	\`content\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`posts_locales_locale_parent_id_unique\` ON \`posts_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_posts_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_cover_id\` text,
  	\`version_slug\` text,
  	\`version_published_at\` text,
  	\`version_author\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_cover_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_posts_v_parent_idx\` ON \`_posts_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_cover_idx\` ON \`_posts_v\` (\`version_cover_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_slug_idx\` ON \`_posts_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_published_at_idx\` ON \`_posts_v\` (\`version_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_updated_at_idx\` ON \`_posts_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_created_at_idx\` ON \`_posts_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version__status_idx\` ON \`_posts_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_created_at_idx\` ON \`_posts_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_updated_at_idx\` ON \`_posts_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_snapshot_idx\` ON \`_posts_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_published_locale_idx\` ON \`_posts_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_latest_idx\` ON \`_posts_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_posts_v_locales\` (
  	\`version_title\` text,
  	\`version_excerpt\` text,
  	\`version_content\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_posts_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_posts_v_locales_locale_parent_id_unique\` ON \`_posts_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`one_time_links\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`token_hash\` text NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`person\` text,
  	\`email\` text,
  	\`expires_at\` text NOT NULL,
  	\`used_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`one_time_links_token_hash_idx\` ON \`one_time_links\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`one_time_links_purpose_idx\` ON \`one_time_links\` (\`purpose\`);`)
  await db.run(sql`CREATE INDEX \`one_time_links_person_idx\` ON \`one_time_links\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`one_time_links_updated_at_idx\` ON \`one_time_links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`one_time_links_created_at_idx\` ON \`one_time_links\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mails\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`error\` text,
  	\`text\` text,
  	\`html\` text,
  	\`secret\` integer DEFAULT false,
  	\`sent_at\` text,
  	\`next_at\` text NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`queued_at\` text NOT NULL,
  	\`template\` text NOT NULL,
  	\`lang\` text NOT NULL,
  	\`person\` text,
  	\`key\` text NOT NULL,
  	\`origin\` text,
  	\`message_id\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`mails_template_idx\` ON \`mails\` (\`template\`);`)
  await db.run(sql`CREATE INDEX \`mails_person_idx\` ON \`mails\` (\`person\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`mails_key_idx\` ON \`mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_nextAt_idx\` ON \`mails\` (\`state\`,\`next_at\`);`)
  await db.run(sql`CREATE TABLE \`hook_events\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`data\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`module\` text,
  	\`origin\` text,
  	\`pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`hook_events_key_idx\` ON \`hook_events\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`hook_events_name_idx\` ON \`hook_events\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`hook_events_pending_idx\` ON \`hook_events\` (\`pending\`);`)
  await db.run(sql`CREATE INDEX \`hook_events_updated_at_idx\` ON \`hook_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`hook_events_created_at_idx\` ON \`hook_events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`hook_deliveries\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`event\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`listener\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`next_at\` text,
  	\`locked_until\` text,
  	\`error\` text,
  	\`spent_ms\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`hook_deliveries_key_idx\` ON \`hook_deliveries\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`hook_deliveries_event_idx\` ON \`hook_deliveries\` (\`event\`);`)
  await db.run(sql`CREATE INDEX \`hook_deliveries_state_idx\` ON \`hook_deliveries\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`hook_deliveries_next_at_idx\` ON \`hook_deliveries\` (\`next_at\`);`)
  await db.run(sql`CREATE INDEX \`hook_deliveries_updated_at_idx\` ON \`hook_deliveries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`hook_deliveries_created_at_idx\` ON \`hook_deliveries\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`leases\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`holder\` text NOT NULL,
  	\`until\` text NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`leases_key_idx\` ON \`leases\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`leases_updated_at_idx\` ON \`leases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`leases_created_at_idx\` ON \`leases\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`job_runs\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`last_started_at\` text,
  	\`last_ended_at\` text,
  	\`next_at\` text NOT NULL,
  	\`locked_until\` text,
  	\`error\` text,
  	\`runs\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`job_runs_key_idx\` ON \`job_runs\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`job_runs_updated_at_idx\` ON \`job_runs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`job_runs_created_at_idx\` ON \`job_runs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`revisions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`revisions_key_idx\` ON \`revisions\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`revisions_updated_at_idx\` ON \`revisions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`revisions_created_at_idx\` ON \`revisions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`plugin_states\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`since\` text NOT NULL,
  	\`actor\` text NOT NULL,
  	\`skip_from\` text,
  	\`skip_until\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`plugin_states_key_idx\` ON \`plugin_states\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`plugin_states_facts_pending_idx\` ON \`plugin_states\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`plugin_states_updated_at_idx\` ON \`plugin_states\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`plugin_states_created_at_idx\` ON \`plugin_states\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`plugin_faults\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`module\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`message\` text NOT NULL,
  	\`count\` numeric DEFAULT 0 NOT NULL,
  	\`last_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`plugin_faults_key_idx\` ON \`plugin_faults\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`plugin_faults_module_idx\` ON \`plugin_faults\` (\`module\`);`)
  await db.run(sql`CREATE INDEX \`plugin_faults_last_at_idx\` ON \`plugin_faults\` (\`last_at\`);`)
  await db.run(sql`CREATE INDEX \`plugin_faults_updated_at_idx\` ON \`plugin_faults\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`plugin_faults_created_at_idx\` ON \`plugin_faults\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`rate_limits\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`hits\` numeric DEFAULT 0 NOT NULL,
  	\`reset_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`rate_limits_key_idx\` ON \`rate_limits\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`rate_limits_reset_at_idx\` ON \`rate_limits\` (\`reset_at\`);`)
  await db.run(sql`CREATE INDEX \`rate_limits_updated_at_idx\` ON \`rate_limits\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`rate_limits_created_at_idx\` ON \`rate_limits\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`members_id\` text,
  	\`profiles_id\` text,
  	\`standings_id\` text,
  	\`role_grants_id\` text,
  	\`sign_ins_id\` text,
  	\`seasons_id\` text,
  	\`credit_rules_id\` text,
  	\`loges_id\` text,
  	\`forum_categories_id\` text,
  	\`forum_topics_id\` text,
  	\`forum_replies_id\` text,
  	\`media_id\` text,
  	\`pages_id\` text,
  	\`posts_id\` text,
  	\`one_time_links_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`members_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`profiles_id\`) REFERENCES \`profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`standings_id\`) REFERENCES \`standings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_grants_id\`) REFERENCES \`role_grants\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sign_ins_id\`) REFERENCES \`sign_ins\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`seasons_id\`) REFERENCES \`seasons\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`credit_rules_id\`) REFERENCES \`credit_rules\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`loges_id\`) REFERENCES \`loges\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`forum_categories_id\`) REFERENCES \`forum_categories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`forum_topics_id\`) REFERENCES \`forum_topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`forum_replies_id\`) REFERENCES \`forum_replies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`pages_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`posts_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`one_time_links_id\`) REFERENCES \`one_time_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_members_id_idx\` ON \`payload_locked_documents_rels\` (\`members_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_profiles_id_idx\` ON \`payload_locked_documents_rels\` (\`profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_standings_id_idx\` ON \`payload_locked_documents_rels\` (\`standings_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_role_grants_id_idx\` ON \`payload_locked_documents_rels\` (\`role_grants_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sign_ins_id_idx\` ON \`payload_locked_documents_rels\` (\`sign_ins_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_seasons_id_idx\` ON \`payload_locked_documents_rels\` (\`seasons_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_credit_rules_id_idx\` ON \`payload_locked_documents_rels\` (\`credit_rules_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_loges_id_idx\` ON \`payload_locked_documents_rels\` (\`loges_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_forum_categories_id_idx\` ON \`payload_locked_documents_rels\` (\`forum_categories_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_forum_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`forum_topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_forum_replies_id_idx\` ON \`payload_locked_documents_rels\` (\`forum_replies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pages_id_idx\` ON \`payload_locked_documents_rels\` (\`pages_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_posts_id_idx\` ON \`payload_locked_documents_rels\` (\`posts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_one_time_links_id_idx\` ON \`payload_locked_documents_rels\` (\`one_time_links_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`members_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`members_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_members_id_idx\` ON \`payload_preferences_rels\` (\`members_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`capped_membership_settings\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`hold_days\` numeric DEFAULT 14 NOT NULL,
  	\`how_to_pay_fr\` text DEFAULT 'En espèces ou par chèque : remettez votre cotisation à un permanent, lors d’une permanence ou d’une rencontre. Le chèque est à l’ordre de l’association.
  
  Par virement : demandez-nous le RIB en répondant à notre courriel, et indiquez votre nom dans le libellé.
  
  Votre adhésion est confirmée dès que nous avons reçu et enregistré votre cotisation.' NOT NULL,
  	\`how_to_pay_en\` text DEFAULT 'In cash or by cheque: hand your fee to one of the staff, at the office or at a meeting. Cheques are payable to the association.
  
  By bank transfer: ask for our bank details by replying to our e-mail, and put your name in the reference.
  
  Your membership is confirmed as soon as your fee has reached us and been recorded.' NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`members\`;`)
  await db.run(sql`DROP TABLE \`profiles\`;`)
  await db.run(sql`DROP TABLE \`standings\`;`)
  await db.run(sql`DROP TABLE \`role_grants\`;`)
  await db.run(sql`DROP TABLE \`sign_ins\`;`)
  await db.run(sql`DROP TABLE \`applications\`;`)
  await db.run(sql`DROP TABLE \`memberships\`;`)
  await db.run(sql`DROP TABLE \`payments\`;`)
  await db.run(sql`DROP TABLE \`seats\`;`)
  await db.run(sql`DROP TABLE \`seasons\`;`)
  await db.run(sql`DROP TABLE \`ts_accounts\`;`)
  await db.run(sql`DROP TABLE \`ts_transfers\`;`)
  await db.run(sql`DROP TABLE \`ts_notes\`;`)
  await db.run(sql`DROP TABLE \`ts_seals\`;`)
  await db.run(sql`DROP TABLE \`ts_checkpoints\`;`)
  await db.run(sql`DROP TABLE \`exchanges\`;`)
  await db.run(sql`DROP TABLE \`credit_rules\`;`)
  await db.run(sql`DROP TABLE \`missions\`;`)
  await db.run(sql`DROP TABLE \`mission_prospects\`;`)
  await db.run(sql`DROP TABLE \`loges\`;`)
  await db.run(sql`DROP TABLE \`forum_categories\`;`)
  await db.run(sql`DROP TABLE \`forum_categories_locales\`;`)
  await db.run(sql`DROP TABLE \`forum_topics\`;`)
  await db.run(sql`DROP TABLE \`forum_replies\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`media_locales\`;`)
  await db.run(sql`DROP TABLE \`pages\`;`)
  await db.run(sql`DROP TABLE \`pages_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_locales\`;`)
  await db.run(sql`DROP TABLE \`posts\`;`)
  await db.run(sql`DROP TABLE \`posts_locales\`;`)
  await db.run(sql`DROP TABLE \`_posts_v\`;`)
  await db.run(sql`DROP TABLE \`_posts_v_locales\`;`)
  await db.run(sql`DROP TABLE \`one_time_links\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`DROP TABLE \`hook_events\`;`)
  await db.run(sql`DROP TABLE \`hook_deliveries\`;`)
  await db.run(sql`DROP TABLE \`leases\`;`)
  await db.run(sql`DROP TABLE \`job_runs\`;`)
  await db.run(sql`DROP TABLE \`revisions\`;`)
  await db.run(sql`DROP TABLE \`plugin_states\`;`)
  await db.run(sql`DROP TABLE \`plugin_faults\`;`)
  await db.run(sql`DROP TABLE \`rate_limits\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`capped_membership_settings\`;`)
}
