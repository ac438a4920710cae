import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`CREATE TABLE \`member_card_settings\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`association\` text DEFAULT 'Compagnon' NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`kind\` text DEFAULT 'joining';`)
  await db.run(sql`ALTER TABLE \`seasons\` ADD \`renews_id\` text REFERENCES seasons(id);`)
  await db.run(sql`ALTER TABLE \`seasons\` ADD \`renewal_opens_on\` text;`)
  await db.run(sql`ALTER TABLE \`seasons\` ADD \`renewal_closes_on\` text;`)
  await db.run(sql`ALTER TABLE \`seasons\` ADD \`ends_on\` text;`)
  await db.run(sql`CREATE INDEX \`seasons_renews_idx\` ON \`seasons\` (\`renews_id\`);`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`grace_days\` numeric DEFAULT 30 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`remind_first_days\` numeric DEFAULT 30 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`remind_second_days\` numeric DEFAULT 7 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`remind_after_days\` numeric DEFAULT 7 NOT NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`renewal_rounds\`;`)
  await db.run(sql`DROP TABLE \`renewals\`;`)
  await db.run(sql`DROP TABLE \`member_cards\`;`)
  await db.run(sql`DROP TABLE \`member_card_settings\`;`)
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
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`kind\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`grace_days\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`remind_first_days\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`remind_second_days\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`remind_after_days\`;`)
}
