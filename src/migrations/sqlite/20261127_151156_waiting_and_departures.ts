import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`applications\` ADD \`waiting_at\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`waiting_why\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`round\` numeric;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`reapply_at\` text;`)
  await db.run(sql`ALTER TABLE \`memberships\` ADD \`ended_at\` text;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` ADD \`invite_days\` numeric DEFAULT 7 NOT NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`departures\`;`)
  await db.run(sql`DROP TABLE \`refunds\`;`)
  await db.run(sql`DROP TABLE \`waiting_list\`;`)
  await db.run(sql`DROP TABLE \`credit_returns\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`waiting_at\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`waiting_why\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`round\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`reapply_at\`;`)
  await db.run(sql`ALTER TABLE \`memberships\` DROP COLUMN \`ended_at\`;`)
  await db.run(sql`ALTER TABLE \`capped_membership_settings\` DROP COLUMN \`invite_days\`;`)
}
