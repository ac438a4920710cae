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
  await db.run(sql`ALTER TABLE \`payments\` ADD \`checkout\` text;`)
  await db.run(sql`ALTER TABLE \`payments\` ADD \`announced\` numeric DEFAULT 0;`)
  await db.run(sql`CREATE INDEX \`payments_announced_idx\` ON \`payments\` (\`announced\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`card_fees\`;`)
  await db.run(sql`DROP TABLE \`checkouts\`;`)
  await db.run(sql`DROP TABLE \`card_refunds\`;`)
  await db.run(sql`DROP TABLE \`provider_events\`;`)
  await db.run(sql`DROP TABLE \`receipts\`;`)
  await db.run(sql`DROP TABLE \`payments_settings\`;`)
  await db.run(sql`DROP INDEX \`payments_announced_idx\`;`)
  await db.run(sql`ALTER TABLE \`payments\` DROP COLUMN \`checkout\`;`)
  await db.run(sql`ALTER TABLE \`payments\` DROP COLUMN \`announced\`;`)
}
