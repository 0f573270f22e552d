/** The analyzer reads classes; a tag is given to its class by `define('tag', Class)` in `src/define`. */
const definitions = {
  name: 'definitions by define()',
  analyzePhase({ ts, node, moduleDoc, context }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, element] = node.arguments;
    if (!ts.isStringLiteral(tag) || !ts.isIdentifier(element)) return;
    const declaration = { name: element.text, ...origin(ts, node.getSourceFile(), element.text) };
    moduleDoc.exports = [...(moduleDoc.exports ?? []), { kind: 'custom-element-definition', name: tag.text, declaration }];
    context.tags = new Map(context.tags).set(element.text, tag.text);
  },
  packageLinkPhase({ customElementsManifest, context }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        const tag = context.tags?.get(declaration.name);
        if (tag === undefined) delete declaration.customElement;
        else Object.assign(declaration, { tagName: tag, customElement: true });
      }
    }
  },
};

/** Tags of docblocks that the analyzer does not know: when to take an element, when not, and its keys. */
const readersTexts = {
  name: 'texts for readers',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
    const textsOf = (name) =>
      ts
        .getJSDocTags(node)
        .filter(({ tagName }) => tagName.text === name)
        .map(({ comment }) => ts.getTextOfJSDocComment(comment).replace(/\s+/g, ' '));
    if (declaration === undefined) return;
    const [useFor] = textsOf('useFor');
    const [notFor] = textsOf('notFor');
    const keyboard = textsOf('keyboard').map(keyOf);
    Object.assign(declaration, { ...(useFor && { useFor }), ...(notFor && { notFor }), ...(keyboard.length > 0 && { keyboard }) });
  },
  /** Keys and parts of a class are those of the classes that it extends, too. */
  packageLinkPhase({ customElementsManifest }) {
    const inherited = chainsOf(customElementsManifest).map((chain) => {
      const declaration = chain.at(-1);
      const parts = new Map(chain.flatMap(({ cssParts = [] }) => cssParts).map(({ name, description }) => [name, { name, description }]));
      return [declaration, { keyboard: chain.flatMap(({ keyboard = [] }) => keyboard), cssParts: [...parts.values()] }];
    });
    for (const [declaration, { keyboard, cssParts }] of inherited) Object.assign(declaration, { keyboard, cssParts });
  },
};

/** Each class behind those that it extends. */
function chainsOf({ modules }) {
  const classes = new Map(modules.flatMap(({ declarations = [] }) => declarations).map((each) => [each.name, each]));
  const above = (declaration) => {
    const parent = classes.get(declaration.superclass?.name);
    return parent === undefined ? [declaration] : [...above(parent), declaration];
  };
  return [...classes.values()].map(above);
}

/** An attribute that a class inherits has the default that the class gives to its field; `provider` what `defaultProvider` answers. */
const ownDefaults = {
  name: 'defaults of the class',
  analyzePhase({ ts, node, context }) {
    if (!ts.isGetAccessorDeclaration(node) || node.name.getText() !== 'defaultProvider') return;
    context.providers = new Map(context.providers).set(node.parent.name?.text, node.body?.statements[0]?.expression.getText());
  },
  packageLinkPhase({ customElementsManifest, context }) {
    for (const chain of chainsOf(customElementsManifest)) {
      const field = chain.at(-1).members?.find(({ name }) => name === 'provider');
      const provider = chain.map(({ name }) => context.providers?.get(name)).findLast((found) => found !== undefined);
      if (field !== undefined && provider !== undefined) field.default = provider;
    }
    for (const { attributes = [], members = [] } of customElementsManifest.modules.flatMap(({ declarations = [] }) => declarations)) {
      for (const attribute of attributes) {
        const field = members.find(({ name }) => name === attribute.fieldName);
        if (field?.default !== undefined) attribute.default = field.default;
      }
    }
  },
};

/** "Home End - Goes to the ends." as keys and what they do. */
function keyOf(text) {
  const [keys, ...does] = text.split(' - ');
  return { keys, description: does.join(' - ') };
}

/**
 * Leaves out what no host may use, or any element has: modules without a tag, members of subclasses, events that only have a class, `id`.
 */
const publicParts = {
  name: 'public parts',
  packageLinkPhase({ customElementsManifest }) {
    const isDefinition = ({ kind }) => kind === 'custom-element-definition';
    customElementsManifest.modules = customElementsManifest.modules.filter(
      ({ declarations = [], exports = [] }) => declarations.some(({ tagName }) => tagName !== undefined) || exports.some(isDefinition),
    );
    for (const module of customElementsManifest.modules) {
      module.declarations = (module.declarations ?? []).filter(({ tagName }) => tagName !== undefined);
      for (const declaration of module.declarations) {
        declaration.members = declaration.members?.filter(({ name, privacy }) => !name.startsWith('#') && privacy === undefined);
        declaration.attributes = declaration.attributes?.filter(({ name }) => name !== 'id');
        declaration.events = declaration.events?.filter(({ name }) => name !== undefined);
      }
    }
  },
};

/** Names the files that are published, not those they were made from. */
const publishedPaths = {
  name: 'published paths',
  packageLinkPhase({ customElementsManifest }) {
    const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
    const walk = (value) => {
      if (value === null || typeof value !== 'object') return;
      if (typeof value.module === 'string') value.module = published(value.module);
      Object.values(value).forEach(walk);
    };
    for (const module of customElementsManifest.modules) module.path = published(module.path);
    walk(customElementsManifest.modules);
  },
};

function origin(ts, sourceFile, name) {
  const found = sourceFile.statements
    .filter(ts.isImportDeclaration)
    .find(({ importClause }) => importClause?.namedBindings?.elements?.some((element) => element.name.text === name));
  return found === undefined ? {} : { module: found.moduleSpecifier.text.replace(/^\.\.\//, 'src/') };
}

export { config as default };

const config = {
  globs: ['src/components/**/*.ts', 'src/define/*.ts'],
  exclude: ['src/define/define.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [definitions, readersTexts, ownDefaults, publicParts, publishedPaths],
};
