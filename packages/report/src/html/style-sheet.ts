import { readFileSync } from 'node:fs';
import { type Scheme, tokens } from '@clientele/charts';
import { interFile, type Weight } from '../figures/inter-files.ts';
import type { Palette } from './palette.ts';

const used = [
  'page',
  'raised',
  'subtle',
  'hairline',
  'line',
  'ink',
  'ink2',
  'ink3',
  'better',
  'worse',
  'caution',
  'button',
  'measure2',
  'quiet',
  'focus',
] as const;

const variables = (scheme: Scheme): string => used.map((name) => `--${name}:${tokens[scheme][name]}`).join(';');

/** A mark's colour in both schemes, for a style attribute. */
export const colorVariable = (light: string, dark: string): string => `--mark-light:${light};--mark-dark:${dark}`;

const face = (weight: Weight): string =>
  `@font-face{font-family:Inter;font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${readFileSync(interFile('latin', weight, 'woff2')).toString('base64')}) format("woff2")}`;

/** The whole style of a report: the font inside it, both schemes, phone and paper. */
export const styleSheet = (palette: Palette): string => `${face(400)}${face(600)}
:root{color-scheme:light dark;${variables('light')};${palette.css('light')}}
.segment{--mark:var(--mark-light)}
.dark{display:none}
@media screen and (prefers-color-scheme:dark){:root{${variables('dark')};${palette.css('dark')}}.segment{--mark:var(--mark-dark)}.dark{display:block}.light{display:none}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:400 13px/20px Inter,system-ui,sans-serif;-webkit-text-size-adjust:100%}
main{max-width:1088px;margin:0 auto;padding:32px 24px 64px}
h1,h2,h3,h4,p,dl,dd,ul,figure{margin:0}
h1{font:600 34px/40px Inter,system-ui,sans-serif;letter-spacing:-.025em;overflow-wrap:anywhere;margin-top:40px}
h2{font:600 20px/28px Inter,system-ui,sans-serif;letter-spacing:-.018em}
h3{font:600 13.5px/18px Inter,system-ui,sans-serif;overflow-wrap:anywhere}
h4{font:600 12px/16px Inter,system-ui,sans-serif;margin:16px 0 4px}
b{font-weight:600}
a{color:inherit;text-decoration-color:var(--quiet);text-underline-offset:3px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:3px}
.label,.note{color:var(--ink2);font-size:12px;line-height:16px;overflow-wrap:anywhere}
.note{color:var(--ink3);margin-top:6px}
.top{display:flex;justify-content:space-between;align-items:center}
.brand{display:flex;gap:8px;align-items:center;font-weight:600;font-size:14px}
.brand svg{width:20px;height:20px}
.subtitle{font-size:15px;line-height:22px;color:var(--ink2);margin-top:8px;overflow-wrap:anywhere}
.facts,.receipt{display:grid;grid-template-columns:max-content 1fr max-content 1fr;gap:4px 24px;margin-top:24px;font-size:12px;line-height:18px}
.receipt{grid-template-columns:max-content 1fr;margin-top:12px}
.facts dt,.receipt dt{color:var(--ink2)}
.facts dd,.receipt dd{overflow-wrap:anywhere}
.tiles{display:grid;grid-template-columns:repeat(6,1fr);border-block:1px solid var(--hairline);margin-top:28px}
.tiles>div{padding:12px 12px 12px 16px;border-left:1px solid var(--hairline);min-width:0}
.tiles>div:first-child{padding-left:0;border-left:0}
.tiles .value{font:600 24px/30px Inter,system-ui,sans-serif;letter-spacing:-.022em;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.change{font-size:12px;line-height:16px;font-weight:600;color:var(--ink2)}
.better{color:var(--better)}.worse{color:var(--worse)}
.findings{background:var(--raised);border:1px solid var(--hairline);border-radius:8px;padding:16px 20px;margin-top:20px}
.findings h2{font-size:13.5px;line-height:18px;letter-spacing:0;margin-bottom:8px}
.findings ul{list-style:none;padding:0;display:grid;grid-template-columns:repeat(3,1fr);gap:12px 32px}
.findings li{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;align-items:baseline;color:var(--ink2)}
.findings strong{font:600 20px/24px Inter,system-ui,sans-serif;color:var(--ink)}
nav{margin-top:24px}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 20px}
section{margin-top:48px;padding-top:20px;border-top:1px solid var(--line)}
.lead{color:var(--ink2);margin-top:2px}
.grid{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:36px 28px;margin-top:20px}
.full{grid-column:1/-1}
.half{grid-column:span 1}
.drawing{margin-top:8px}
.drawing svg{display:block;width:100%;height:auto}
.narrow{display:none}
details{margin-top:8px}
summary{width:max-content;max-width:100%;cursor:pointer;color:var(--ink2);font-size:12px;line-height:24px}
.scroll{overflow:auto;max-height:480px;margin-top:6px}
table{border-collapse:collapse;font-size:12px;line-height:16px;font-variant-numeric:tabular-nums;min-width:50%}
th,td{padding:4px 0 4px 20px;text-align:left;border-bottom:1px solid var(--hairline);font-weight:400;max-width:320px;overflow-wrap:anywhere}
th:first-child,td:first-child{padding-left:0}
thead th,thead td{color:var(--ink2);border-bottom-color:var(--line);vertical-align:bottom;white-space:nowrap}
.number{text-align:right;white-space:nowrap}
.segment{margin-top:28px;padding-top:16px;border-top:1px solid var(--hairline)}
.segment header{display:flex;justify-content:space-between;gap:16px;align-items:baseline}
.segment h3{font-size:20px;line-height:28px;letter-spacing:-.018em;min-width:0}
.segment header p{color:var(--ink2);flex:none;max-width:50%}
.doubt{font-size:12px;line-height:16px;letter-spacing:0;font-weight:400;color:var(--caution);margin-inline-start:10px;white-space:nowrap}
.mark{display:inline-block;width:13px;height:13px;border-radius:3px;background:var(--mark);margin-inline-end:10px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.columns{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:16px 40px;margin-top:14px}
.columns table{width:100%}
.shares{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;align-items:center}
.shares dd{display:grid;grid-template-columns:1fr 52px;gap:12px;align-items:center;text-align:right;font-size:12px;font-variant-numeric:tabular-nums}
.track{height:6px;border-radius:3px;background:var(--subtle);overflow:hidden;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.track span{display:block;height:6px;background:var(--mark)}
.segment ul{padding-left:18px;color:var(--ink2)}
.segment li{margin-bottom:2px;overflow-wrap:anywhere}
@media (max-width:900px){.tiles{grid-template-columns:repeat(3,1fr)}.tiles>div:nth-child(3n+1){padding-left:0;border-left:0}.tiles>div:nth-child(n+4){border-top:1px solid var(--hairline)}.findings ul{grid-template-columns:1fr}}
@media (max-width:640px){main{padding:20px 16px 48px}h1{font-size:27px;line-height:33px;margin-top:28px}.facts{grid-template-columns:max-content 1fr}.tiles{grid-template-columns:repeat(2,1fr)}.tiles>div:nth-child(n){padding-left:16px;border-left:1px solid var(--hairline)}.tiles>div:nth-child(2n+1){padding-left:0;border-left:0}.tiles>div:nth-child(n+3){border-top:1px solid var(--hairline)}.findings li{grid-template-columns:1fr}.grid,.columns{grid-template-columns:minmax(0,1fr)}.half{grid-column:1/-1}.wide{display:none}.drawing.narrow{display:block}.segment header{display:block}.segment header p{max-width:none}summary{line-height:44px}nav li{line-height:32px}}
@media screen and (max-width:640px) and (prefers-color-scheme:dark){.drawing.narrow.light{display:none}}
@media screen and (max-width:640px) and (prefers-color-scheme:light){.drawing.narrow.dark{display:none}}
@media print{@page{size:A4;margin:16mm 14mm}main{padding:0;max-width:none}nav,details:not([open]){display:none}section{break-inside:auto}figure,.segment,.findings,.tiles{break-inside:avoid}h2,h3,h4{break-after:avoid}.scroll{overflow:visible;max-height:none}.dark{display:none!important}}
`;
