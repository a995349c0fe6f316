/** The Report screen. */
export const reportScreen = {
  'report-screen.facts': 'What goes in, then PDF or one HTML file',
  'report-screen.title': 'Title',
  'report-screen.pages': 'Segments',
  'report-screen.pages.yes': 'A part for each',
  'report-screen.pages.no': 'Left out',
  'report-screen.pdf': 'Make PDF',
  'report-screen.html': 'Make HTML',
  'report-screen.making': 'The report is being made',
  'report-screen.count':
    '{n, plural, =0 {No figure is chosen} one {# figure} other {# figures}}, under the filters above',
  'report-screen.all': 'All of these',
} as const;
