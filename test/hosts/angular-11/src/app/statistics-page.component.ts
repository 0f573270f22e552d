import { Component, DoCheck, ElementRef, ViewChild } from '@angular/core';
import { handTextsOver } from './own-texts';

/** A file of texts of the site's own, as ngx-translate would have it. */
const TEXTS: Record<string, string> = { I18N_STATS_CREATOR_TREND_CHART_TITLE: 'Plays of each week' };

/** Shows the statistics and takes them away again. */
@Component({
  selector: 'app-statistics-page',
  template: `
    <button type="button" id="toggle" (click)="isShown = !isShown">Statistics</button>
    <app-statistics *ngIf="isShown"></app-statistics>
    <p>Renders: <output id="renders" #counter></output></p>
  `,
})
export class StatisticsPageComponent implements DoCheck {
  isShown = false;

  constructor() {
    handTextsOver({ currentLang: 'en', translations: { en: TEXTS } });
  }

  private checks = 0;

  @ViewChild('counter', { static: true }) counter!: ElementRef<HTMLElement>;

  /** Counts change detections where no binding can see it, so that counting causes none. */
  ngDoCheck(): void {
    this.checks += 1;
    if (this.counter) this.counter.nativeElement.textContent = String(this.checks);
  }
}
