interface Attribute {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

interface Control {
  readonly name: string;
  readonly control: { readonly type: 'text' | 'number' | 'boolean' | 'select' };
  readonly options?: readonly string[];
  readonly description: string;
  readonly table: { readonly category: string; readonly defaultValue?: { readonly summary: string } };
}

/** Attributes of which one of a few values is right. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  provider: ['oppia', 'creator-engagement-stats', 'xapi', 'tables'],
  audience: ['roster', 'aggregate'],
  credentials: ['same-origin', 'include', 'omit'],
  tab: ['overview', 'enrollment', 'pages', 'problems', 'videos', 'performance', 'help'],
  measure: ['plays', 'starts', 'completions', 'average_rating', 'average_engagement_seconds'],
};

/** A control for each attribute of a tag, from the manifest of elements. */
export function controlsOf(manifest: object, tag: unknown): Readonly<Record<string, Control>> {
  const { modules } = manifest as {
    modules: readonly { readonly declarations?: readonly { tagName?: string; attributes?: readonly Attribute[] }[] }[];
  };
  const element = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === tag);
  return Object.fromEntries((element?.attributes ?? []).map((attribute) => [attribute.name, controlOf(attribute)]));
}

function controlOf({ name, description = '', type, default: initial }: Attribute): Control {
  const options = CHOICES[name];
  const kind =
    options !== undefined ? 'select' : /^boolean/.test(type?.text ?? '') ? 'boolean' : /^number/.test(type?.text ?? '') ? 'number' : 'text';
  return {
    name,
    control: { type: kind },
    ...(options === undefined ? {} : { options }),
    description,
    table: { category: 'attributes', ...(initial === undefined ? {} : { defaultValue: { summary: initial } }) },
  };
}
