import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`card_fees\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`checkout\` text NOT NULL,
  	\`application\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`season\` text NOT NULL,
  	\`cents\` numeric NOT NULL,
  	\`outcome\` text NOT NULL,
  	\`why\` text,
  	\`decided_at\` text NOT NULL,
  	\`settled\` numeric NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`card_fees_checkout_idx\` ON \`card_fees\` (\`checkout\`);`)
  await db.run(sql`CREATE INDEX \`card_fees_application_idx\` ON \`card_fees\` (\`application\`);`)
  await db.run(sql`CREATE INDEX \`card_fees_person_idx\` ON \`card_fees\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`card_fees_settled_idx\` ON \`card_fees\` (\`settled\`);`)
  await db.run(sql`CREATE INDEX \`card_fees_facts_pending_idx\` ON \`card_fees\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`card_fees_updated_at_idx\` ON \`card_fees\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`card_fees_created_at_idx\` ON \`card_fees\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`departures\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`membership\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`season\` text NOT NULL,
  	\`seat\` numeric NOT NULL,
  	\`application\` text,
  	\`payment\` text,
  	\`cents\` numeric NOT NULL,
  	\`money\` text NOT NULL,
  	\`money_why\` text,
  	\`channel\` text NOT NULL,
  	\`reason_code\` text NOT NULL,
  	\`note\` text,
  	\`asked_by\` text NOT NULL,
  	\`asked_at\` text NOT NULL,
  	\`returned\` numeric,
  	\`shortfall\` numeric,
  	\`settled\` numeric NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`departures_key_idx\` ON \`departures\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`departures_membership_idx\` ON \`departures\` (\`membership\`);`)
  await db.run(sql`CREATE INDEX \`departures_person_idx\` ON \`departures\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`departures_money_idx\` ON \`departures\` (\`money\`);`)
  await db.run(sql`CREATE INDEX \`departures_asked_at_idx\` ON \`departures\` (\`asked_at\`);`)
  await db.run(sql`CREATE INDEX \`departures_settled_idx\` ON \`departures\` (\`settled\`);`)
  await db.run(sql`CREATE INDEX \`departures_facts_pending_idx\` ON \`departures\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`departures_updated_at_idx\` ON \`departures\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`departures_created_at_idx\` ON \`departures\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`season_money_idx\` ON \`departures\` (\`season\`,\`money\`);`)
  await db.run(sql`CREATE TABLE \`application_drafts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`lang\` text NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`name\` text,
  	\`phone\` text,
  	\`activity\` text,
  	\`skills\` text,
  	\`motives\` text,
  	\`charter\` integer,
  	\`privacy\` integer,
  	\`sendings\` numeric NOT NULL,
  	\`sent_at\` text NOT NULL,
  	\`forget_at\` text NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`application_drafts_key_idx\` ON \`application_drafts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`application_drafts_email_idx\` ON \`application_drafts\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`application_drafts_forget_at_idx\` ON \`application_drafts\` (\`forget_at\`);`)
  await db.run(sql`CREATE INDEX \`application_drafts_facts_pending_idx\` ON \`application_drafts\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`application_drafts_updated_at_idx\` ON \`application_drafts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`application_drafts_created_at_idx\` ON \`application_drafts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`member_imports\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`season\` text NOT NULL,
  	\`lines\` numeric NOT NULL,
  	\`text\` text,
  	\`mapping\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`emptied_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`member_imports_by_idx\` ON \`member_imports\` (\`by\`);`)
  await db.run(sql`CREATE INDEX \`member_imports_emptied_at_idx\` ON \`member_imports\` (\`emptied_at\`);`)
  await db.run(sql`CREATE INDEX \`member_imports_updated_at_idx\` ON \`member_imports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`member_imports_created_at_idx\` ON \`member_imports\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`refunds\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`departure\` text NOT NULL,
  	\`payment\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`season\` text NOT NULL,
  	\`cents\` numeric NOT NULL,
  	\`method\` text NOT NULL,
  	\`given_on\` text NOT NULL,
  	\`reference\` text,
  	\`recorded_by\` text NOT NULL,
  	\`recorded_at\` text NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`refunds_key_idx\` ON \`refunds\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`refunds_departure_idx\` ON \`refunds\` (\`departure\`);`)
  await db.run(sql`CREATE INDEX \`refunds_person_idx\` ON \`refunds\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`refunds_season_idx\` ON \`refunds\` (\`season\`);`)
  await db.run(sql`CREATE INDEX \`refunds_given_on_idx\` ON \`refunds\` (\`given_on\`);`)
  await db.run(sql`CREATE INDEX \`refunds_facts_pending_idx\` ON \`refunds\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`refunds_updated_at_idx\` ON \`refunds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`refunds_created_at_idx\` ON \`refunds\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`renewal_rounds\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`season\` text NOT NULL,
  	\`until\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`renewal_rounds_season_idx\` ON \`renewal_rounds\` (\`season\`);`)
  await db.run(sql`CREATE INDEX \`renewal_rounds_updated_at_idx\` ON \`renewal_rounds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`renewal_rounds_created_at_idx\` ON \`renewal_rounds\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`renewals\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`name\` text,
  	\`season\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`asked_at\` text,
  	\`search_key\` text,
  	\`sort_key\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`renewals_key_idx\` ON \`renewals\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`renewals_person_idx\` ON \`renewals\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`renewals_season_idx\` ON \`renewals\` (\`season\`);`)
  await db.run(sql`CREATE INDEX \`renewals_facts_pending_idx\` ON \`renewals\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`renewals_updated_at_idx\` ON \`renewals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`renewals_created_at_idx\` ON \`renewals\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`interview_slots\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`host\` text NOT NULL,
  	\`starts_at\` text NOT NULL,
  	\`minutes\` numeric NOT NULL,
  	\`place\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`withdrawn_by\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`interview_slots_key_idx\` ON \`interview_slots\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`interview_slots_starts_at_idx\` ON \`interview_slots\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`interview_slots_facts_pending_idx\` ON \`interview_slots\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`interview_slots_updated_at_idx\` ON \`interview_slots\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`interview_slots_created_at_idx\` ON \`interview_slots\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_startsAt_idx\` ON \`interview_slots\` (\`state\`,\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`host_startsAt_idx\` ON \`interview_slots\` (\`host\`,\`starts_at\`);`)
  await db.run(sql`CREATE TABLE \`waiting_list\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`season\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`application\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`since\` text NOT NULL,
  	\`priority\` numeric DEFAULT 0 NOT NULL,
  	\`why\` text,
  	\`reason\` text,
  	\`by\` text,
  	\`until\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`waiting_list_key_idx\` ON \`waiting_list\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`waiting_list_person_idx\` ON \`waiting_list\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`waiting_list_application_idx\` ON \`waiting_list\` (\`application\`);`)
  await db.run(sql`CREATE INDEX \`waiting_list_state_idx\` ON \`waiting_list\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`waiting_list_until_idx\` ON \`waiting_list\` (\`until\`);`)
  await db.run(sql`CREATE INDEX \`waiting_list_facts_pending_idx\` ON \`waiting_list\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`waiting_list_updated_at_idx\` ON \`waiting_list\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`waiting_list_created_at_idx\` ON \`waiting_list\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`season_state_priority_since_idx\` ON \`waiting_list\` (\`season\`,\`state\`,\`priority\`,\`since\`);`)
  await db.run(sql`CREATE TABLE \`follow_up_notes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`channel\` text NOT NULL,
  	\`said\` text,
  	\`next_on\` text,
  	\`task\` text NOT NULL,
  	\`owner\` text,
  	\`postponed\` numeric,
  	\`done_at\` text,
  	\`done_by\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`follow_up_notes_key_idx\` ON \`follow_up_notes\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`follow_up_notes_facts_pending_idx\` ON \`follow_up_notes\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`follow_up_notes_updated_at_idx\` ON \`follow_up_notes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`follow_up_notes_created_at_idx\` ON \`follow_up_notes\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`person_at_idx\` ON \`follow_up_notes\` (\`person\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`task_nextOn_idx\` ON \`follow_up_notes\` (\`task\`,\`next_on\`);`)
  await db.run(sql`CREATE INDEX \`task_owner_nextOn_idx\` ON \`follow_up_notes\` (\`task\`,\`owner\`,\`next_on\`);`)
  await db.run(sql`CREATE TABLE \`follow_up_contacts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`contacted_at\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`follow_up_contacts_person_idx\` ON \`follow_up_contacts\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`follow_up_contacts_facts_pending_idx\` ON \`follow_up_contacts\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`follow_up_contacts_updated_at_idx\` ON \`follow_up_contacts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`follow_up_contacts_created_at_idx\` ON \`follow_up_contacts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`credit_returns\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`membership\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`season\` text NOT NULL,
  	\`rules\` text NOT NULL,
  	\`due\` numeric NOT NULL,
  	\`asked\` numeric NOT NULL,
  	\`attempt\` numeric NOT NULL,
  	\`done\` numeric NOT NULL,
  	\`returned\` numeric,
  	\`shortfall\` numeric,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`credit_returns_key_idx\` ON \`credit_returns\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`credit_returns_person_idx\` ON \`credit_returns\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`credit_returns_done_idx\` ON \`credit_returns\` (\`done\`);`)
  await db.run(sql`CREATE INDEX \`credit_returns_facts_pending_idx\` ON \`credit_returns\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`credit_returns_updated_at_idx\` ON \`credit_returns\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`credit_returns_created_at_idx\` ON \`credit_returns\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`tasks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`input\` text NOT NULL,
  	\`cursor\` text NOT NULL,
  	\`finished\` numeric DEFAULT 0 NOT NULL,
  	\`total\` numeric,
  	\`done\` numeric NOT NULL,
  	\`refused\` numeric NOT NULL,
  	\`counts\` text NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`next_at\` text,
  	\`reason\` text,
  	\`by\` text NOT NULL,
  	\`started_at\` text,
  	\`ended_at\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`tasks_key_idx\` ON \`tasks\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`tasks_kind_idx\` ON \`tasks\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`tasks_by_idx\` ON \`tasks\` (\`by\`);`)
  await db.run(sql`CREATE INDEX \`tasks_facts_pending_idx\` ON \`tasks\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`tasks_updated_at_idx\` ON \`tasks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tasks_created_at_idx\` ON \`tasks\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_createdAt_idx\` ON \`tasks\` (\`state\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`task_lines\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`task\` text NOT NULL,
  	\`line\` numeric NOT NULL,
  	\`column\` text,
  	\`given\` text,
  	\`reason\` text NOT NULL,
  	\`detail\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`task_lines_key_idx\` ON \`task_lines\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`task_lines_updated_at_idx\` ON \`task_lines\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`task_lines_created_at_idx\` ON \`task_lines\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`task_line_idx\` ON \`task_lines\` (\`task\`,\`line\`);`)
  await db.run(sql`CREATE TABLE \`member_cards\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`token\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`season\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`member_cards_key_idx\` ON \`member_cards\` (\`key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`member_cards_token_idx\` ON \`member_cards\` (\`token\`);`)
  await db.run(sql`CREATE INDEX \`member_cards_person_idx\` ON \`member_cards\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`member_cards_updated_at_idx\` ON \`member_cards\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`member_cards_created_at_idx\` ON \`member_cards\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`checkouts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`ref\` text NOT NULL,
  	\`attempt\` numeric NOT NULL,
  	\`person\` text NOT NULL,
  	\`cents\` numeric NOT NULL,
  	\`label_fr\` text NOT NULL,
  	\`label_en\` text NOT NULL,
  	\`heading\` text NOT NULL,
  	\`lang\` text NOT NULL,
  	\`return_to\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`session_id\` text,
  	\`url\` text,
  	\`expires_at\` text NOT NULL,
  	\`payment_intent\` text,
  	\`paid_cents\` numeric,
  	\`paid_at\` text,
  	\`dispute\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`checkouts_key_idx\` ON \`checkouts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`checkouts_ref_idx\` ON \`checkouts\` (\`ref\`);`)
  await db.run(sql`CREATE INDEX \`checkouts_person_idx\` ON \`checkouts\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`checkouts_state_idx\` ON \`checkouts\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`checkouts_expires_at_idx\` ON \`checkouts\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`checkouts_payment_intent_idx\` ON \`checkouts\` (\`payment_intent\`);`)
  await db.run(sql`CREATE INDEX \`checkouts_paid_at_idx\` ON \`checkouts\` (\`paid_at\`);`)
  await db.run(sql`CREATE INDEX \`checkouts_dispute_idx\` ON \`checkouts\` (\`dispute\`);`)
  await db.run(sql`CREATE INDEX \`checkouts_facts_pending_idx\` ON \`checkouts\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`checkouts_updated_at_idx\` ON \`checkouts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`checkouts_created_at_idx\` ON \`checkouts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`card_refunds\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`checkout\` text NOT NULL,
  	\`ref\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`cents\` numeric NOT NULL,
  	\`reason\` text NOT NULL,
  	\`asked_by\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`attempt\` numeric NOT NULL,
  	\`stripe_id\` text,
  	\`failure\` text,
  	\`done_at\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`card_refunds_key_idx\` ON \`card_refunds\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`card_refunds_checkout_idx\` ON \`card_refunds\` (\`checkout\`);`)
  await db.run(sql`CREATE INDEX \`card_refunds_ref_idx\` ON \`card_refunds\` (\`ref\`);`)
  await db.run(sql`CREATE INDEX \`card_refunds_person_idx\` ON \`card_refunds\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`card_refunds_state_idx\` ON \`card_refunds\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`card_refunds_stripe_id_idx\` ON \`card_refunds\` (\`stripe_id\`);`)
  await db.run(sql`CREATE INDEX \`card_refunds_done_at_idx\` ON \`card_refunds\` (\`done_at\`);`)
  await db.run(sql`CREATE INDEX \`card_refunds_facts_pending_idx\` ON \`card_refunds\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`card_refunds_updated_at_idx\` ON \`card_refunds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`card_refunds_created_at_idx\` ON \`card_refunds\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`provider_events\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`checkout\` text,
  	\`object\` text NOT NULL,
  	\`status\` text,
  	\`cents\` numeric,
  	\`payment_intent\` text,
  	\`refund\` text,
  	\`attempt\` numeric,
  	\`happened_at\` text NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`provider_events_key_idx\` ON \`provider_events\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`provider_events_checkout_idx\` ON \`provider_events\` (\`checkout\`);`)
  await db.run(sql`CREATE INDEX \`provider_events_facts_pending_idx\` ON \`provider_events\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`provider_events_updated_at_idx\` ON \`provider_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`provider_events_created_at_idx\` ON \`provider_events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`receipts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`year\` numeric NOT NULL,
  	\`n\` numeric NOT NULL,
  	\`kind\` text NOT NULL,
  	\`payment\` text NOT NULL,
  	\`of\` text,
  	\`person\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`search_key\` text,
  	\`cents\` numeric NOT NULL,
  	\`method\` text NOT NULL,
  	\`on_day\` text NOT NULL,
  	\`label_fr\` text NOT NULL,
  	\`label_en\` text NOT NULL,
  	\`heading\` text NOT NULL,
  	\`reference\` text,
  	\`issuer\` text NOT NULL,
  	\`issued_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`receipts_key_idx\` ON \`receipts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`receipts_kind_idx\` ON \`receipts\` (\`kind\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`receipts_payment_idx\` ON \`receipts\` (\`payment\`);`)
  await db.run(sql`CREATE INDEX \`receipts_of_idx\` ON \`receipts\` (\`of\`);`)
  await db.run(sql`CREATE INDEX \`receipts_person_idx\` ON \`receipts\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`receipts_heading_idx\` ON \`receipts\` (\`heading\`);`)
  await db.run(sql`CREATE INDEX \`receipts_updated_at_idx\` ON \`receipts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`receipts_created_at_idx\` ON \`receipts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`year_n_idx\` ON \`receipts\` (\`year\`,\`n\`);`)
  await db.run(sql`CREATE TABLE \`member_card_settings\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`association\` text DEFAULT 'Compagnon' NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`payments_settings\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`issuer\` text DEFAULT 'Compagnon
  Association loi 1901' NOT NULL,
  	\`mention_fr\` text DEFAULT 'Association à but non lucratif, non assujettie à la TVA.' NOT NULL,
  	\`mention_en\` text DEFAULT 'A non-profit association, not subject to VAT.' NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`follow_up_settings\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`silent_days\` numeric DEFAULT 60 NOT NULL,
  	\`contact_again_days\` numeric DEFAULT 30 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`kind\` text DEFAULT 'joining';`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`interview_minutes\` numeric;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`interview_slot\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`interview_seq\` numeric;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`reason_code\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`waiting_at\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`waiting_why\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`round\` numeric;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`reapply_at\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`source\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`applications_interview_slot_idx\` ON \`applications\` (\`interview_slot\`);`)
  await db.run(sql`ALTER TABLE \`memberships\` ADD \`ended_at\` text;`)
  await db.run(sql`ALTER TABLE \`memberships\` ADD \`end_reason\` text;`)
  await db.run(sql`ALTER TABLE \`payments\` ADD \`checkout\` text;`)
  await db.run(sql`ALTER TABLE \`payments\` ADD \`announced\` numeric DEFAULT 0;`)
  await db.run(sql`CREATE INDEX \`payments_announced_idx\` ON \`payments\` (\`announced\`);`)
  await db.run(sql`ALTER TABLE \`seasons\` ADD \`renews_id\` text REFERENCES seasons(id);`)
  await db.run(sql`ALTER TABLE \`seasons\` ADD \`renewal_opens_on\` text;`)
  await db.run(sql`ALTER TABLE \`seasons\` ADD \`renewal_closes_on\` text;`)
  await db.run(sql`ALTER TABLE \`seasons\` ADD \`ends_on\` text;`)
  await db.run(sql`CREATE INDEX \`seasons_renews_idx\` ON \`seasons\` (\`renews_id\`);`)
  await db.run(sql`ALTER TABLE \`mails\` ADD \`attachments\` text;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`invite_days\` numeric DEFAULT 7 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`confirm_days\` numeric DEFAULT 7 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`draft_days\` numeric DEFAULT 30 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`interview_minutes\` numeric DEFAULT 45 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`slot_lead_hours\` numeric DEFAULT 12 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`slot_move_hours\` numeric DEFAULT 24 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`grace_days\` numeric DEFAULT 30 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`remind_first_days\` numeric DEFAULT 30 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`remind_second_days\` numeric DEFAULT 7 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`remind_after_days\` numeric DEFAULT 7 NOT NULL;`)
  await db.run(sql`CREATE INDEX \`person_lastSeenAt_idx\` ON \`sign_ins\` (\`person\`,\`last_seen_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`card_fees\`;`)
  await db.run(sql`DROP TABLE \`departures\`;`)
  await db.run(sql`DROP TABLE \`application_drafts\`;`)
  await db.run(sql`DROP TABLE \`member_imports\`;`)
  await db.run(sql`DROP TABLE \`refunds\`;`)
  await db.run(sql`DROP TABLE \`renewal_rounds\`;`)
  await db.run(sql`DROP TABLE \`renewals\`;`)
  await db.run(sql`DROP TABLE \`interview_slots\`;`)
  await db.run(sql`DROP TABLE \`waiting_list\`;`)
  await db.run(sql`DROP TABLE \`follow_up_notes\`;`)
  await db.run(sql`DROP TABLE \`follow_up_contacts\`;`)
  await db.run(sql`DROP TABLE \`credit_returns\`;`)
  await db.run(sql`DROP TABLE \`tasks\`;`)
  await db.run(sql`DROP TABLE \`task_lines\`;`)
  await db.run(sql`DROP TABLE \`member_cards\`;`)
  await db.run(sql`DROP TABLE \`checkouts\`;`)
  await db.run(sql`DROP TABLE \`card_refunds\`;`)
  await db.run(sql`DROP TABLE \`provider_events\`;`)
  await db.run(sql`DROP TABLE \`receipts\`;`)
  await db.run(sql`DROP TABLE \`member_card_settings\`;`)
  await db.run(sql`DROP TABLE \`payments_settings\`;`)
  await db.run(sql`DROP TABLE \`follow_up_settings\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_seasons\` (
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
  await db.run(sql`INSERT INTO \`__new_seasons\`("id", "name", "slug", "title_fr", "title_en", "state", "cap", "fee_cents", "opens_on", "closes_on", "staff_takes_seats", "updated_at", "created_at") SELECT "id", "name", "slug", "title_fr", "title_en", "state", "cap", "fee_cents", "opens_on", "closes_on", "staff_takes_seats", "updated_at", "created_at" FROM \`seasons\`;`)
  await db.run(sql`DROP TABLE \`seasons\`;`)
  await db.run(sql`ALTER TABLE \`__new_seasons\` RENAME TO \`seasons\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`seasons_slug_idx\` ON \`seasons\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`seasons_state_idx\` ON \`seasons\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`seasons_updated_at_idx\` ON \`seasons\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`seasons_created_at_idx\` ON \`seasons\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`person_lastSeenAt_idx\`;`)
  await db.run(sql`DROP INDEX \`applications_interview_slot_idx\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`kind\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`interview_minutes\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`interview_slot\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`interview_seq\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`reason_code\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`waiting_at\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`waiting_why\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`round\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`reapply_at\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`source\`;`)
  await db.run(sql`DROP INDEX \`payments_announced_idx\`;`)
  await db.run(sql`ALTER TABLE \`payments\` DROP COLUMN \`checkout\`;`)
  await db.run(sql`ALTER TABLE \`payments\` DROP COLUMN \`announced\`;`)
  await db.run(sql`ALTER TABLE \`memberships\` DROP COLUMN \`ended_at\`;`)
  await db.run(sql`ALTER TABLE \`memberships\` DROP COLUMN \`end_reason\`;`)
  await db.run(sql`ALTER TABLE \`mails\` DROP COLUMN \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`invite_days\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`confirm_days\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`draft_days\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`interview_minutes\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`slot_lead_hours\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`slot_move_hours\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`grace_days\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`remind_first_days\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`remind_second_days\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`remind_after_days\`;`)
}
