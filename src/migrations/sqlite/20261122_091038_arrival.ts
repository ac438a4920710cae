import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`profiles\` ADD \`arrived_at\` text;`)
  await db.run(sql`CREATE INDEX \`profiles_arrived_at_idx\` ON \`profiles\` (\`arrived_at\`);`)
  // Whoever is in the directory arrived, as far as is known, when their standing began.
  await db.run(
    sql`UPDATE profiles SET arrived_at = (SELECT since FROM standings WHERE standings.person = profiles.person) WHERE listed = 1;`,
  )
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`profiles_arrived_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`profiles\` DROP COLUMN \`arrived_at\`;`)
}
