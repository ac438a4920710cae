import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { Ajv } from 'ajv'
import ts from 'typescript'

/*
 * What Stripe takes and answers, as JSON Schemas made from the types of the npm package itself: so the counterpart is
 * held to the very contract the product is compiled against. Made once a version and machine, in some ten seconds.
 */

const ROOTS = {
  SessionCreateParams: 'Stripe.Checkout.SessionCreateParams',
  SessionListParams: 'Stripe.Checkout.SessionListParams',
  Session: 'Stripe.Checkout.Session',
  RefundCreateParams: 'Stripe.RefundCreateParams',
  RefundListParams: 'Stripe.RefundListParams',
  Refund: 'Stripe.Refund',
  ChargeListParams: 'Stripe.ChargeListParams',
  Charge: 'Stripe.Charge',
  PaymentIntent: 'Stripe.PaymentIntent',
  Dispute: 'Stripe.Dispute',
} as const
export type Root = keyof typeof ROOTS

type Schema = { [key: string]: unknown }

class Derivation {
  readonly $defs: Record<string, Schema> = {}
  readonly #names = new Map<ts.Type, string>()

  constructor(private readonly checker: ts.TypeChecker) {}

  schemaOf(type: ts.Type): Schema {
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value }
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: this.checker.typeToString(type) === 'true' }
    if (type.flags & ts.TypeFlags.String) return { type: 'string' }
    if (type.flags & ts.TypeFlags.Number) return { type: 'number' }
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' }
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' }
    if (type.flags & ts.TypeFlags.TemplateLiteral) return { type: 'string' }
    if (type.isUnion()) return this.#union(type)
    if (type.flags & ts.TypeFlags.Object || type.isIntersection()) return this.#object(type)
    return {}
  }

  #union({ types }: ts.UnionType): Schema {
    const given = types.filter((t) => !(t.flags & ts.TypeFlags.Undefined))
    // `string | Charge`: nothing is ever expanded here, so an id it is.
    const ids = given.some((t) => t.flags & ts.TypeFlags.String)
    const kept = ids ? given.filter((t) => !this.#isResource(t)) : given
    const literals = kept.filter((t) => t.isStringLiteral() || t.isNumberLiteral())
    const others = kept.filter((t) => !literals.includes(t as never)).map((t) => this.schemaOf(t))
    const anyOf = [
      ...(literals.length ? [{ enum: literals.map((t) => (t as ts.LiteralType).value) }] : []),
      ...others,
    ]
    return anyOf.length === 1 && anyOf[0] ? anyOf[0] : { anyOf }
  }

  #isResource = (type: ts.Type): boolean =>
    Boolean(type.getProperty('object') && type.getProperty('id')) || Boolean(type.getProperty('deleted'))

  #object(type: ts.Type): Schema {
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference)
      return { type: 'array', items: item ? this.schemaOf(item) : {} }
    }
    const known = this.#names.get(type)
    if (known) return { $ref: `#/$defs/${known}` }
    const name = `t${this.#names.size}`
    this.#names.set(type, name)
    this.$defs[name] = this.#properties(type)
    return { $ref: `#/$defs/${name}` }
  }

  #properties(type: ts.Type): Schema {
    const any = this.checker.getIndexInfosOfType(type)[0]
    const properties: Record<string, Schema> = {}
    const required: string[] = []
    for (const property of this.checker.getPropertiesOfType(type)) {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0
      properties[property.name] = this.schemaOf(this.checker.getTypeOfSymbol(property))
      // What an answer may bear beside itself only by the client's hand.
      if (!optional && property.name !== 'lastResponse') required.push(property.name)
    }
    return {
      type: 'object',
      properties,
      required,
      additionalProperties: any ? this.schemaOf(any.type) : false,
    }
  }
}

function derive(): { roots: Record<Root, Schema>; $defs: Record<string, Schema> } {
  const entry = join(process.cwd(), 'tests/counterparts/stripe/roots.ts')
  const lines = Object.entries(ROOTS).map(([name, type]) => `  ${name}: ${type}`)
  const source = `import type Stripe from 'stripe'\nexport type Roots = {\n${lines.join('\n')}\n}\n`
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (file) => file === entry || fileExists(file)
  host.readFile = (file) => (file === entry ? source : readFile(file))
  host.getSourceFile = (file, ...more) =>
    file === entry ? ts.createSourceFile(file, source, ts.ScriptTarget.ESNext) : getSourceFile(file, ...more)
  const program = ts.createProgram([entry], options, host)
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(entry)
  const alias = file?.statements.find(ts.isTypeAliasDeclaration)
  if (!alias) throw new Error('the roots of Stripe’s schema are gone')
  const derivation = new Derivation(checker)
  const all = checker.getTypeAtLocation(alias)
  const roots = Object.fromEntries(
    Object.keys(ROOTS).map((name) => {
      const property = all.getProperty(name)
      if (!property) throw new Error(`no type ${name}`)
      return [name, derivation.schemaOf(checker.getTypeOfSymbol(property))]
    }),
  ) as Record<Root, Schema>
  return { roots, $defs: derivation.$defs }
}

let memory: ReturnType<typeof derive> | undefined
/** As made before on this machine by this very file from this version of the package, else made now. */
function derived(): ReturnType<typeof derive> {
  memory ??= read()
  return memory
}

function read(): ReturnType<typeof derive> {
  const version = readFileSync(join(process.cwd(), 'node_modules/stripe/VERSION'), 'utf8').trim()
  const maker = createHash('sha256')
    .update(readFileSync(new URL(import.meta.url)))
    .digest('hex')
    .slice(0, 12)
  const kept = join(tmpdir(), `compagnon-stripe-${version}-${maker}.json`)
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'))
  const made = derive()
  const partial = `${kept}.${process.pid}`
  writeFileSync(partial, JSON.stringify(made))
  renameSync(partial, kept)
  return made
}

const compiled = new Map<Root, ValidateFunction>()
let library: { ajv: Ajv; roots: Record<Root, Schema> } | undefined

function validatorOf(root: Root): ValidateFunction {
  const known = compiled.get(root)
  if (known) return known
  if (!library) {
    const { roots, $defs } = derived()
    // Forms hold text only: « 500 » is a number.
    const ajv = new Ajv({ coerceTypes: true, strict: false, allErrors: true })
    ajv.addSchema({ $id: 'stripe', $defs })
    library = { ajv, roots }
  }
  const validate = library.ajv.compile({ $ref: `stripe${String(library.roots[root].$ref)}` })
  compiled.set(root, validate)
  return validate
}

/** The object with null wherever Stripe would answer null: what is required, may be null and is not said. */
export function withNulls<T extends object>(root: Root, value: T): T {
  const { roots, $defs } = derived()
  return fill(roots[root], value, $defs) as T
}

function fill(schema: Schema, value: unknown, $defs: Record<string, Schema>): unknown {
  const to = deref(schema, $defs)
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !to.properties) return value
  const properties = to.properties as Record<string, Schema>
  const whole: Record<string, unknown> = { ...value }
  for (const name of to.required as string[]) {
    const property = properties[name] ?? {}
    if (name in whole) whole[name] = fill(property, whole[name], $defs)
    else if (((property.anyOf as Schema[] | undefined) ?? []).some((one) => one.type === 'null'))
      whole[name] = null
  }
  return whole
}

function deref(schema: Schema, $defs: Record<string, Schema>): Schema {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
  return (name === undefined ? schema : $defs[name]) ?? {}
}

/** What is wrong with a value, by Stripe's own types; none where it is right. */
export function problemsWith(root: Root, value: unknown): string[] {
  const validate = validatorOf(root)
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    (e: ErrorObject) => `${e.instancePath || root} ${e.message} ${JSON.stringify(e.params)}`,
  )
}
