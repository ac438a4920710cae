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
  await db.run(sql`ALTER TABLE \`renewals\` ADD \`round\` numeric;`)
  await db.run(sql`ALTER TABLE \`renewals\` ADD \`by\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`season_caps\`;`)
  await db.run(sql`ALTER TABLE \`renewals\` DROP COLUMN \`round\`;`)
  await db.run(sql`ALTER TABLE \`renewals\` DROP COLUMN \`by\`;`)
}
