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
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`application_drafts\`;`)
  await db.run(sql`DROP TABLE \`interview_slots\`;`)
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
