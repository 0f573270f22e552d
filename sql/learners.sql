-- learners: one row a learner who is in a statement of the courses, with name, username and e-mail. Personal data: leave this
-- table out where names are not to be shown.
-- Parameters: course_keys (no keys: all courses).
WITH
    profiles AS (
        SELECT
            user_id,
            argMax(name, (toInt64OrZero(toString(id)), time_last_dumped)) AS name,
            argMax(username, (toInt64OrZero(toString(id)), time_last_dumped)) AS username,
            argMax(email, (toInt64OrZero(toString(id)), time_last_dumped)) AS email
        FROM event_sink.user_profile
        GROUP BY user_id
    ),
    accounts AS (
        SELECT
            toString(external_user_id) AS actor_id,
            argMax(user_id, time_last_dumped) AS user_id,
            argMax(username, time_last_dumped) AS username
        FROM event_sink.external_id
        GROUP BY external_user_id
    ),
    usernames AS (
        SELECT user_id, argMax(username, time_last_dumped) AS newest
        FROM event_sink.external_id
        WHERE username != ''
        GROUP BY user_id
    ),
    addresses AS (
        SELECT
            concat('mailto:', profiles.email) AS actor_id,
            argMin(
                (profiles.name, if(profiles.username != '', profiles.username, usernames.newest), profiles.email),
                profiles.user_id
            ) AS person
        FROM profiles
        LEFT JOIN usernames ON usernames.user_id = profiles.user_id
        WHERE profiles.email != ''
        GROUP BY profiles.email
    )
SELECT
    actors.actor_id AS actor_id,
    nullIf(if(accounts.actor_id != '', profiles.name, addresses.person.1), '') AS name,
    nullIf(multiIf(accounts.actor_id = '', addresses.person.2, profiles.username != '', profiles.username, accounts.username), '') AS username,
    nullIf(if(accounts.actor_id != '', profiles.email, addresses.person.3), '') AS email
FROM (
    SELECT DISTINCT actor_id
    FROM xapi.xapi_events_all_parsed
    WHERE empty({course_keys:Array(String)}) OR course_key IN {course_keys:Array(String)}
) AS actors
LEFT JOIN accounts ON accounts.actor_id = actors.actor_id
LEFT JOIN profiles ON profiles.user_id = accounts.user_id AND accounts.actor_id != ''
LEFT JOIN addresses ON addresses.actor_id = actors.actor_id
ORDER BY actor_id
