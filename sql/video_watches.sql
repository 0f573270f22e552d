-- video_watches: one row a watched interval, whole seconds with both ends. Each "played" goes with the last event of the same
-- learner and video that is strictly after it and strictly before the next "played". "completed" without a position is at the end of
-- the video, under 'aspects-v8' at 0. Play pressed where the view before it ended goes on in the next second, under 'aspects-v8' in the same.
-- A length that neither event tells is the greatest of any statement of the video, under 'aspects-v8' unknown.
-- Events that name more than a day, as milliseconds are, are left out.
-- Parameters: course_keys (no keys: all courses), now, rules ('corrected' or 'aspects-v8').
WITH
    player AS (
        SELECT
            course_key,
            actor_id,
            substring(object_id, position(object_id, '/xblock/') + 8) AS block_id,
            object_id,
            verb_id,
            splitByChar('/', verb_id)[-1] AS verb,
            emission_time,
            toString(event_id) AS id,
            JSONExtract(event, 'context', 'extensions', 'https://w3id.org/xapi/video/extensions/length', 'Nullable(Float64)') AS length,
            if({rules:String} = 'aspects-v8', NULL, maxIf(length, length <= 86400) OVER (PARTITION BY block_id)) AS longest,
            coalesce(
                JSONExtract(event, 'result', 'extensions', 'https://w3id.org/xapi/video/extensions/time', 'Nullable(Float64)'),
                JSONExtract(event, 'result', 'extensions', 'https://w3id.org/xapi/video/extensions/time-from', 'Nullable(Float64)')
            ) AS position_said,
            trunc(ifNull(position_said, 0) * 100 + 1e-6) AS hundredth,
            toInt32(greatest(ceil(hundredth / 100), 0)) AS second
        FROM xapi.xapi_events_all_parsed FINAL
        WHERE position(object_id, 'video+block@') > 0
            AND emission_time <= {now:DateTime64(6, 'UTC')}
            AND emission_time > toDateTime64(0, 6, 'UTC')
            AND course_key != ''
            AND (empty({course_keys:Array(String)}) OR course_key IN {course_keys:Array(String)})
            AND ({rules:String} != 'aspects-v8' OR course_key IN (SELECT course_key FROM event_sink.course_overviews))
    ),
    playbacks AS (
        SELECT
            course_key,
            actor_id,
            block_id,
            any(longest) AS longest,
            argMin(object_id, (emission_time, id)) AS url,
            arraySort(groupArrayIf((emission_time, id, second, length, hundredth), verb = 'played')) AS plays,
            arraySort(groupArrayIf(
                (
                    emission_time, id, second, length, verb = 'completed' AND position_said IS NULL AND {rules:String} != 'aspects-v8',
                    if(position_said IS NULL AND verb = 'completed', -1, hundredth)
                ),
                verb != 'played'
            )) AS stops
        FROM player
        WHERE verb_id IN (
                'https://w3id.org/xapi/video/verbs/played', 'https://w3id.org/xapi/video/verbs/paused',
                'https://w3id.org/xapi/video/verbs/seeked', 'http://adlnet.gov/expapi/verbs/completed',
                'http://adlnet.gov/expapi/verbs/terminated'
            )
            AND ifNull(position_said, 0) <= 86400
            AND ifNull(length, 0) <= 86400
        GROUP BY course_key, actor_id, block_id
    ),
    paired AS (
        SELECT
            course_key,
            actor_id,
            block_id,
            url,
            longest,
            plays[number] AS play,
            arrayLast(each -> each.1 > play.1 AND (number = length(plays) OR each.1 < plays[number + 1].1), stops) AS stop,
            if(
                {rules:String} = 'aspects-v8',
                play.3 = trunc(ifNull(play.4, -1)),
                play.5 = trunc(coalesce(play.4, longest, -1) * 100 + 1e-6)
            ) AS starts_over,
            if(starts_over, 1, play.3) AS start_second,
            if(stop.5, toInt32(ceil(trunc(coalesce(stop.4, play.4, longest, 0) * 100 + 1e-6) / 100)), stop.3) AS stop_second
        FROM playbacks
        ARRAY JOIN arrayEnumerate(plays) AS number
    ),
    watched AS (
        SELECT
            *,
            lagInFrame((stop_second, stop.6), 1, (-1, -1.)) OVER (
                PARTITION BY course_key, actor_id, block_id ORDER BY play.1, play.2 ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS stopped,
            {rules:String} != 'aspects-v8' AND stopped.1 = start_second AND stopped.2 >= 0 AND stopped.2 <= play.5 AS goes_on
        FROM paired
        WHERE stop.2 != '' AND stop_second > start_second
    )
SELECT
    course_key,
    actor_id,
    block_id,
    play.1 AS watched_at,
    greatest(start_second + goes_on, 1) AS from_second,
    stop_second AS to_second,
    coalesce(play.4, stop.4, longest) AS length,
    url
FROM watched
ORDER BY watched_at, play.2
SETTINGS date_time_output_format = 'iso'
