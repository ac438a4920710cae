import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`mails\` ADD \`origin\` text;`)
  await db.run(sql`ALTER TABLE \`hook_events\` ADD \`origin\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`mails\` DROP COLUMN \`origin\`;`)
  await db.run(sql`ALTER TABLE \`hook_events\` DROP COLUMN \`origin\`;`)
}
