-- blocks: one row a block, in course order, under the section and subsection of its numbers.
-- 'corrected': the blocks of each course's newest publish. 'aspects-v8': the newest row of every block there ever was, of courses
-- with an overview.
-- Parameters: course_keys (no keys: all courses), rules ('corrected' or 'aspects-v8').
WITH
    published AS (
        SELECT
            course_key,
            location AS block_id,
            display_name AS block_name,
            "order" AS course_order,
            JSONExtractString(xblock_data_json, 'block_type') AS tool_type,
            JSONExtractInt(xblock_data_json, 'section') AS section_number,
            JSONExtractInt(xblock_data_json, 'subsection') AS subsection_number,
            JSONExtractInt(xblock_data_json, 'unit') AS unit_number,
            toBool(JSONExtractBool(xblock_data_json, 'graded')) AS graded,
            max(time_last_dumped) OVER (PARTITION BY course_key) AS newest_publish,
            time_last_dumped
        FROM event_sink.course_blocks
        WHERE empty({course_keys:Array(String)}) OR course_key IN {course_keys:Array(String)}
    ),
    placed AS (
        SELECT
            *,
            concat(section_number, ':', subsection_number, ':', unit_number) AS location,
            transform(tool_type, ['chapter', 'sequential', 'vertical'], ['section', 'subsection', 'unit'], tool_type) AS block_type
        FROM published
        WHERE if(
            {rules:String} = 'aspects-v8',
            course_key IN (SELECT course_key FROM event_sink.course_overviews),
            time_last_dumped = newest_publish
        )
        ORDER BY time_last_dumped DESC
        LIMIT 1 BY block_id
    ),
    sections AS (
        SELECT course_key, section_number, argMin((block_id, concat(location, ' - ', block_name)), (course_order, block_id)) AS heading
        FROM placed
        WHERE block_type = 'section'
        GROUP BY course_key, section_number
    ),
    subsections AS (
        SELECT
            course_key, section_number, subsection_number,
            argMin((block_id, concat(location, ' - ', block_name)), (course_order, block_id)) AS heading
        FROM placed
        WHERE block_type = 'subsection'
        GROUP BY course_key, section_number, subsection_number
    )
SELECT
    placed.block_id AS block_id,
    placed.course_key AS course_key,
    nullIf(placed.block_type, '') AS block_type,
    placed.block_name AS block_name,
    placed.course_order AS course_order,
    placed.graded AS graded,
    placed.location AS location,
    nullIf(sections.heading.2, '') AS section,
    nullIf(sections.heading.1, '') AS section_block,
    nullIf(subsections.heading.2, '') AS subsection,
    nullIf(subsections.heading.1, '') AS subsection_block
FROM placed
LEFT JOIN sections ON sections.course_key = placed.course_key AND sections.section_number = placed.section_number
LEFT JOIN subsections ON subsections.course_key = placed.course_key
    AND subsections.section_number = placed.section_number
    AND subsections.subsection_number = placed.subsection_number
ORDER BY course_key, course_order, block_id
