const HtmlPlugin = require('html-webpack-plugin');

module.exports = {
  mode: 'production',
  entry: './src/main.js',
  output: { clean: true },
  performance: { hints: false },
  plugins: [new HtmlPlugin({ template: 'src/index.html' })],
};
