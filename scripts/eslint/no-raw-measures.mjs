/**
 * Colours, sizes and durations are tokens: refuses `#1f6f78`, `12px` and `200ms` in strings and templates, so that a
 * value is written once, in `src/components/base/tokens.ts`.
 */
const RAW = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|(?<![\w-])\d*\.?\d+(?:px|ms)\b/i;

export const noRawMeasures = {
  meta: {
    type: 'problem',
    docs: { description: 'Refuse hex colours, px sizes and durations outside the tokens.' },
    messages: { raw: '"{{ found }}" belongs in src/components/base/tokens.ts: use a token.' },
    schema: [],
  },
  create(context) {
    const check = (node, text) => {
      const found = RAW.exec(text)?.[0];
      if (found !== undefined) context.report({ node, messageId: 'raw', data: { found } });
    };
    return {
      Literal: (node) => {
        if (typeof node.value === 'string') check(node, node.value);
      },
      TemplateElement: (node) => check(node, node.value.raw),
    };
  },
};
