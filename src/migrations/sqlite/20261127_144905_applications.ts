import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`CREATE TABLE \`follow_up_settings\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`silent_days\` numeric DEFAULT 60 NOT NULL,
  	\`contact_again_days\` numeric DEFAULT 30 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`interview_minutes\` numeric;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`interview_slot\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`interview_seq\` numeric;`)
  await db.run(sql`CREATE UNIQUE INDEX \`applications_interview_slot_idx\` ON \`applications\` (\`interview_slot\`);`)
  await db.run(sql`ALTER TABLE \`mails\` ADD \`attachments\` text;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`confirm_days\` numeric DEFAULT 7 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`draft_days\` numeric DEFAULT 30 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`interview_minutes\` numeric DEFAULT 45 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`slot_lead_hours\` numeric DEFAULT 12 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`slot_move_hours\` numeric DEFAULT 24 NOT NULL;`)
  await db.run(sql`CREATE INDEX \`person_lastSeenAt_idx\` ON \`sign_ins\` (\`person\`,\`last_seen_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`application_drafts\`;`)
  await db.run(sql`DROP TABLE \`interview_slots\`;`)
  await db.run(sql`DROP TABLE \`follow_up_notes\`;`)
  await db.run(sql`DROP TABLE \`follow_up_contacts\`;`)
  await db.run(sql`DROP TABLE \`follow_up_settings\`;`)
  await db.run(sql`DROP INDEX \`person_lastSeenAt_idx\`;`)
  await db.run(sql`DROP INDEX \`applications_interview_slot_idx\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`interview_minutes\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`interview_slot\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`interview_seq\`;`)
  await db.run(sql`ALTER TABLE \`mails\` DROP COLUMN \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`confirm_days\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`draft_days\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`interview_minutes\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`slot_lead_hours\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`slot_move_hours\`;`)
}
