import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`season_caps\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`season\` text NOT NULL,
  	\`n\` numeric NOT NULL,
  	\`cap\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`season_caps_key_idx\` ON \`season_caps\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`season_caps_season_idx\` ON \`season_caps\` (\`season\`);`)
  await db.run(sql`CREATE INDEX \`season_caps_updated_at_idx\` ON \`season_caps\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`season_caps_created_at_idx\` ON \`season_caps\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`letters\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`to_fr\` text NOT NULL,
  	\`to_en\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`subject_en\` text,
  	\`text_en\` text,
  	\`by\` text NOT NULL,
  	\`sent_by\` text,
  	\`sent_at\` text,
  	\`people\` numeric,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`facts\` text,
  	\`facts_pending\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`letters_key_idx\` ON \`letters\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`letters_state_idx\` ON \`letters\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`letters_by_idx\` ON \`letters\` (\`by\`);`)
  await db.run(sql`CREATE INDEX \`letters_facts_pending_idx\` ON \`letters\` (\`facts_pending\`);`)
  await db.run(sql`CREATE INDEX \`letters_updated_at_idx\` ON \`letters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`letters_created_at_idx\` ON \`letters\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`letter_choices\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`news\` text NOT NULL,
  	\`changed_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`letter_choices_person_idx\` ON \`letter_choices\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`letter_choices_updated_at_idx\` ON \`letter_choices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`letter_choices_created_at_idx\` ON \`letter_choices\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`member_since\` text;`)
  await db.run(sql`ALTER TABLE \`departures\` ADD \`round\` numeric;`)
  await db.run(sql`ALTER TABLE \`renewals\` ADD \`round\` numeric;`)
  await db.run(sql`ALTER TABLE \`renewals\` ADD \`by\` text;`)
  await db.run(sql`ALTER TABLE \`seats\` ADD \`secured_until\` text;`)
  await db.run(sql`ALTER TABLE \`task_lines\` ADD \`also\` text;`)
  await db.run(sql`ALTER TABLE \`task_lines\` ADD \`cells\` text;`)
  await db.run(sql`ALTER TABLE \`mails\` ADD \`bulk\` numeric;`)
  await db.run(sql`ALTER TABLE \`mails\` ADD \`unsubscribe\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`season_caps\`;`)
  await db.run(sql`DROP TABLE \`letters\`;`)
  await db.run(sql`DROP TABLE \`letter_choices\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`member_since\`;`)
  await db.run(sql`ALTER TABLE \`departures\` DROP COLUMN \`round\`;`)
  await db.run(sql`ALTER TABLE \`renewals\` DROP COLUMN \`round\`;`)
  await db.run(sql`ALTER TABLE \`renewals\` DROP COLUMN \`by\`;`)
  await db.run(sql`ALTER TABLE \`seats\` DROP COLUMN \`secured_until\`;`)
  await db.run(sql`ALTER TABLE \`mails\` DROP COLUMN \`bulk\`;`)
  await db.run(sql`ALTER TABLE \`mails\` DROP COLUMN \`unsubscribe\`;`)
  await db.run(sql`ALTER TABLE \`task_lines\` DROP COLUMN \`also\`;`)
  await db.run(sql`ALTER TABLE \`task_lines\` DROP COLUMN \`cells\`;`)
}
