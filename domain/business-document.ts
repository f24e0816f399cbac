/**
 * From the text of business.yaml to checked settings. Keeps where each key stands, so that every problem, of YAML or
 * of meaning, is told with its line and column; all of them at once.
 */
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { expectation } from './business-expectation';
import { BusinessError, type Problem } from './business-problems';
import { type BusinessFile, businessSchema } from './business-schema';

/** Throws `BusinessError`. */
export function readBusinessYaml(
  yamlText: string,
  file: string,
  variables: Readonly<Record<string, string>>,
): BusinessFile {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false });
  const problem = (offset: number, key: string, expected: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), key, expected };
  };
  const broken = document.errors.map(({ pos, message }) => problem(pos[0], '', `expected valid YAML: ${message}`));
  if (broken.length > 0) throw new BusinessError(broken);

  keepIdsAsText(document);
  const problems = fillVariables(document, variables).map(({ offset, key, expected }) =>
    problem(offset, key, expected),
  );
  const result = businessSchema.safeParse(document.toJS(), { reportInput: true });
  for (const issue of result.error?.issues ?? []) {
    for (const { path, expected, atKey } of expectation(issue, businessSchema)) {
      if (problems.some(({ key }) => key === keyPath(path))) continue;
      problems.push(problem(offsetOf(document, path, atKey), keyPath(path), expected));
    }
  }
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  if (problems.length > 0 || !result.success) throw new BusinessError(problems);
  return result.data;
}

/** An integer that a number can not hold exactly (0123, a 17-digit user id) is meant as text. */
function keepIdsAsText(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'number' || node.source === undefined) return;
      if (/^\d+$/.test(node.source) && String(node.value) !== node.source) node.value = node.source;
    },
  });
}

/** Fills `${NAME}` and `${NAME:-default}` in tool addresses; what has no value is a problem. */
function fillVariables(document: Document, variables: Readonly<Record<string, string>>) {
  const missing: { offset: number; key: string; expected: string }[] = [];
  const tools = document.get('tools', true);
  visit(isNode(tools) ? tools : null, {
    Pair(_, pair) {
      const { key, value } = pair;
      if (!isScalar(key) || key.value !== 'url' || !isScalar(value) || typeof value.value !== 'string') return;
      const index = (tools as { items?: unknown[] }).items?.findIndex(
        (item) => isMap(item) && item.items.includes(pair as never),
      );
      value.value = value.value.replace(
        /\$\{([A-Z_][A-Z0-9_]*)(?::-([^}]*))?\}/g,
        (_whole, name: string, fallback?: string) => {
          const filled = variables[name] ?? fallback;
          if (filled !== undefined) return filled;
          missing.push({
            offset: value.range?.[0] ?? 0,
            key: `tools[${index}].url`,
            expected: `expected a value for the variable ${name}`,
          });
          return '';
        },
      );
    },
  });
  return missing;
}

/** Where the value at `path` begins, or its key, or the nearest thing that exists above it. */
function offsetOf(document: Document, path: readonly PropertyKey[], atKey: boolean): number {
  for (let length = path.length; length > 0; length--) {
    const parent = nodeAt(document, path.slice(0, length - 1));
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last));
      const own = pair && isPair(pair) ? (atKey && length === path.length ? pair.key : (pair.value ?? pair.key)) : null;
      if (isNode(own)) return own.range?.[0] ?? 0;
    } else {
      const node = nodeAt(document, path.slice(0, length));
      if (node) return node.range?.[0] ?? 0;
    }
  }
  return document.contents?.range?.[0] ?? 0;
}

function nodeAt(document: Document, path: readonly PropertyKey[]): Node | null {
  const node = path.length === 0 ? document.contents : document.getIn(path as (string | number)[], true);
  return isNode(node) ? node : null;
}

function keyPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
