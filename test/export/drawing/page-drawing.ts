/** A drawing as widgets make them: classes, custom properties of both modes, patterns, clips, turned groups, texts of several lines. */
export const DRAWN = `
  <style>
    .stage { color-scheme: light dark; --ink: light-dark(#1b2226, #e8ecee); --series: light-dark(#1f6f78, #58b5bd); font: 12px sans-serif; }
    .bar { fill: var(--series); } .faint { fill-opacity: 0.5; } .hit { fill: transparent; } .gone { display: none; }
    .label { fill: var(--ink); font-size: 12px; } .axis { stroke: #79848b; fill: none; } .unknown { fill: url(#hatch); stroke: #79848b; stroke-dasharray: 2 2; }
    .hatch { stroke: #79848b; } .wide { stroke: #982d48; stroke-width: 3px; stroke-linecap: round; stroke-linejoin: round; fill: none; }
  </style>
  <div class="stage"><svg class="plot" width="300" height="150" viewBox="0 0 300 150" style="overflow: visible;">
    <title>a title</title>
    <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" y2="6"></line></pattern>
      <clipPath id="window"><rect x="20" y="20" width="100" height="40"></rect></clipPath>
    </defs>
    <g clip-path="url(#window)"><circle class="bar" cx="40" cy="40" r="30"></circle></g>
    <g transform="translate(150 20) rotate(10)" opacity="0.8"><rect class="bar faint" width="60" height="20" rx="4"></rect></g>
    <rect class="hit" width="300" height="150"></rect>
    <rect class="gone" width="300" height="150"></rect>
    <rect class="unknown" x="20" y="80" width="60" height="40"></rect>
    <path class="wide" d="M100 100 q20 -40 40 0 t40 0 a15 10 30 1 1 20 10 L230 130h20v-20z"></path>
    <polyline class="axis" points="10,140 290,140 290,130"></polyline>
    <ellipse class="bar" cx="260" cy="40" rx="25" ry="10"></ellipse>
    <text class="label" x="150" y="75" text-anchor="middle" onclick="alert(1)">A &amp; &lt;b&gt;<tspan x="150" dy="14">second "line"</tspan></text>
    <text class="label" x="290" y="20" text-anchor="end" dominant-baseline="middle">end</text>
    <script>1</script>
    <foreignObject width="10" height="10"><p>no</p></foreignObject>
    <a href="https://example.org"><rect width="5" height="5"></rect></a>
  </svg><svg class="key" width="12" height="12"><rect width="100%" height="100%" fill="url(#hatch)"></rect></svg></div>`;
