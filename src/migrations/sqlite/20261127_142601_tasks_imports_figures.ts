import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`applications\` ADD \`reason_code\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`source\` text;`)
  await db.run(sql`ALTER TABLE \`memberships\` ADD \`ended_at\` text;`)
  await db.run(sql`ALTER TABLE \`memberships\` ADD \`end_reason\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`member_imports\`;`)
  await db.run(sql`DROP TABLE \`tasks\`;`)
  await db.run(sql`DROP TABLE \`task_lines\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`reason_code\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`source\`;`)
  await db.run(sql`ALTER TABLE \`memberships\` DROP COLUMN \`ended_at\`;`)
  await db.run(sql`ALTER TABLE \`memberships\` DROP COLUMN \`end_reason\`;`)
}
