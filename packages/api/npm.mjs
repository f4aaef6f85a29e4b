/**
 * Prints what the npm package offers: the names that each of its modules exports, and the declarations of types/ without
 * their comments.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const ts = createRequire(path.join(root, 'packages/npm/package.json'))('typescript')
const types = path.join(root, 'types')

/** The modules by the files that declare them. */
const MODULES = ['sanguine', 'optimistic', 'intents', 'records', 'react', 'react-query', 'check', 'vite']

const nameOf = (module) => (module === 'sanguine' ? 'sanguine' : `sanguine/${module}`)

function* exportsOf(program) {
  const checker = program.getTypeChecker()
  for (const module of MODULES) {
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(path.join(types, `${module}.d.ts`)))
    const isValue = (each) => {
      const target = each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each
      return Boolean(target.flags & ts.SymbolFlags.Value) && !isTypeOnly(each)
    }
    const names = checker.getExportsOfModule(symbol)
    const listed = (wanted) =>
      names
        .filter((each) => isValue(each) === wanted)
        .map((each) => `  ${each.name}`)
        .sort()
    yield [`import '${nameOf(module)}'`, ...listed(true), ' types:', ...listed(false), ''].join('\n')
  }
}

/** Whether a symbol is exported by `export type`. */
const isTypeOnly = (symbol) =>
  (symbol.declarations ?? []).some(
    (each) => ts.isExportSpecifier(each) && (each.isTypeOnly || each.parent.parent.isTypeOnly),
  )

function* declarations() {
  const printer = ts.createPrinter({ removeComments: true })
  for (const file of readdirSync(types).filter((name) => name.endsWith('.d.ts'))) {
    const source = ts.createSourceFile(file, readFileSync(path.join(types, file), 'utf8'), ts.ScriptTarget.Latest)
    const statements = source.statements
      .filter((each) => !ts.isImportDeclaration(each) && !ts.isExportDeclaration(each))
      .map((each) => printer.printNode(ts.EmitHint.Unspecified, each, source))
    if (statements.length) {
      yield [`types/${file}`, ...statements, ''].join('\n')
    }
  }
}

const program = ts.createProgram(
  MODULES.map((module) => path.join(types, `${module}.d.ts`)),
  { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, noLib: true, types: [] },
)
console.log([...exportsOf(program), ...declarations()].join('\n').trimEnd())
