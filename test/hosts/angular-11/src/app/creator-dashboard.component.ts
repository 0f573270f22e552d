import { Component, DoCheck, ElementRef, ViewChild } from '@angular/core';
import type { FilterDetail, LoadDetail } from 'learner-elements';

interface Exploration {
  id: string;
  title: string;
  plays: number;
}

/** The creator's dashboard page: figures on top, tabs, the list of explorations; the widgets stand beneath the figures. */
@Component({ selector: 'app-creator-dashboard', templateUrl: './creator-dashboard.component.html' })
export class CreatorDashboardComponent implements DoCheck {
  readonly src = '/creatordashboardhandler/data';
  readonly tabs = ['My explorations', 'My collections', 'My subscriptions'];
  readonly explorations: readonly Exploration[] = [
    { id: 'fractions', title: 'Fractions', plays: 1200 },
    { id: 'ratios', title: 'Ratios', plays: 640 },
    { id: 'decimals', title: 'Decimals', plays: 75 },
  ];

  language = 'en';
  direction = 'ltr';
  tab = this.tabs[0];
  rows?: number;
  filter = 'none';

  private checks = 0;

  @ViewChild('counter', { static: true }) counter!: ElementRef<HTMLElement>;

  /** Counts change detections where no binding can see it, so that counting causes none. */
  ngDoCheck(): void {
    this.checks += 1;
    if (this.counter) this.counter.nativeElement.textContent = String(this.checks);
  }

  onFilter(event: Event): void {
    const { field, in: values, range } = (event as CustomEvent<FilterDetail>).detail;
    this.filter = values || range ? `${field}: ${(values || range || []).join(', ')}` : 'none';
  }

  onLoad(event: Event): void {
    this.rows = (event as CustomEvent<LoadDetail>).detail.rows;
  }

  switchLanguage(): void {
    const arabic = this.language === 'en';
    this.language = arabic ? 'ar' : 'en';
    this.direction = arabic ? 'rtl' : 'ltr';
  }
}
