using System.Text;
using Lessons.Reading;

namespace Lessons.Tests.Reading;

public sealed class SourceDocumentTests
{
    private static MappingNode? Parse(string text, out ProblemList problems)
    {
        problems = new ProblemList();
        return SourceDocument.Parse(text, "a.yaml", problems);
    }

    private static MappingNode Parse(string text)
    {
        var mapping = Parse(text, out var problems);
        problems.ToString().ShouldBeEmpty();
        return mapping.ShouldNotBeNull();
    }

    private static void ShouldBeOnly(ProblemList problems, string expected) => problems.ToString().ShouldBe("a.yaml:" + expected);

    public sealed class TheParseMethod
    {
        [Fact]
        public void Should_Keep_Numbers_As_Printed()
        {
            var value = Parse("loss: 0.60944600\n").Entries[0].Value.ShouldBeOfType<ScalarNode>();
            value.Text.ShouldBe("0.60944600");
            value.IsQuoted.ShouldBeFalse();
            (value.Line, value.Column).ShouldBe((1, 7));
        }

        [Fact]
        public void Should_Keep_Entries_In_Order_With_Their_Places()
        {
            var mapping = Parse("# comment\nb:\n  - 1\n  - {c: \"2\"}\n\na: |\n  text\n");
            mapping.Entries.Select(entry => entry.Key.Text).ShouldBe(["b", "a"]);
            var items = mapping.Entries[0].Value.ShouldBeOfType<SequenceNode>();
            (items.Line, items.Column).ShouldBe((3, 3));
            var inner = items.Items[1].ShouldBeOfType<MappingNode>();
            (inner.Line, inner.Column).ShouldBe((4, 5));
            var quoted = inner.Entries[0].Value.ShouldBeOfType<ScalarNode>();
            (quoted.Line, quoted.Column, quoted.Text, quoted.IsQuoted).ShouldBe((4, 9, "2", true));
            var block = mapping.Entries[1].Value.ShouldBeOfType<ScalarNode>();
            (block.Line, block.Text, block.IsQuoted).ShouldBe((6, "text\n", true));
        }

        [Theory]
        [InlineData("a:\n", "")]
        [InlineData("a: ~\n", "~")]
        [InlineData("a: null\n", "null")]
        public void Should_Know_Nothing_From_Text(string text, string written)
        {
            var value = Parse(text).Entries[0].Value.ShouldBeOfType<ScalarNode>();
            value.IsNothing.ShouldBeTrue();
            value.Text.ShouldBe(written);
            Parse("a: ''\n").Entries[0].Value.ShouldBeOfType<ScalarNode>().IsNothing.ShouldBeFalse();
        }

        [Theory]
        [InlineData("\uFEFFa: 1\nb: 2\n")]
        [InlineData("a: 1\r\nb: 2\r\n")]
        [InlineData("\uFEFFa: 1\r\nb: 2")]
        [InlineData("---\na: 1\nb: 2\n...\n")]
        [InlineData("%YAML 1.2\n---\na: 1\nb: 2\n")]
        [InlineData("{a: 1, b: 2}")]
        public void Should_Accept_What_Editors_Write(string text) =>
            Parse(text).Entries.Select(entry => entry.Key.Text + ((ScalarNode)entry.Value).Text).ShouldBe(["a1", "b2"]);

        [Fact]
        public void Should_Count_Lines_And_Columns_The_Same_With_Byte_Order_Mark_And_Carriage_Returns()
        {
            var value = Parse("\uFEFFa: 1\r\nb: 2\r\n").Entries[1].Value;
            (value.Line, value.Column).ShouldBe((2, 4));
            Parse("\uFEFFa: 1").Entries[0].Value.Column.ShouldBe(4);
        }

        [Fact]
        public void Should_Keep_A_Block_Text_That_Ends_The_File_Without_A_Line_End() =>
            Parse("a: >").Entries[0].Value.ShouldBeOfType<ScalarNode>().Text.ShouldBeEmpty();

        [Fact]
        public void Should_Report_Repeated_Keys_And_Read_On()
        {
            var mapping = Parse("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n'a': 4\n", out var problems);

            problems.ToString().Split('\n').ShouldBe(
            [
                "a.yaml:4:3: found the key 'c' again (first on line 3); expected each key once; remove or rename one of the two",
                "a.yaml:5:1: found the key 'a' again (first on line 1); expected each key once; remove or rename one of the two",
                "a.yaml:6:1: found the key 'a' again (first on line 1); expected each key once; remove or rename one of the two",
            ]);
            mapping.ShouldNotBeNull().Entries.Length.ShouldBe(2);
            mapping.Entries[0].Value.ShouldBeOfType<ScalarNode>().Text.ShouldBe("1");
        }

        [Fact]
        public void Should_Report_Anchors_Aliases_And_Tags_And_Read_On()
        {
            var mapping = Parse("a: &x 1\nb: *x\nc: !!str 5\nd: !mine [1]\n*x : 2\n", out var problems);

            problems.ToString().Split('\n').ShouldBe(
            [
                "a.yaml:1:4: found the anchor '&x'; expected a value; remove it; write repeated values out",
                "a.yaml:2:4: found the alias '*x'; expected a value; write the value out",
                "a.yaml:3:4: found the tag '!!str'; expected a value without a tag; remove the tag",
                "a.yaml:4:4: found the tag '!mine'; expected a value without a tag; remove the tag",
                "a.yaml:5:1: found the alias '*x'; expected a value; write the value out",
            ]);
            mapping.ShouldNotBeNull().Entries[1].Value.ShouldBeOfType<RefusedNode>();
            mapping.Entries[2].Value.ShouldBeOfType<ScalarNode>().Text.ShouldBe("5");
        }

        [Theory]
        [InlineData("[a, b]: 1\n", "1:1: found a list of 2 as a key")]
        [InlineData("? {a: 1}\n: 1\n", "1:3: found a mapping of a as a key")]
        [InlineData(": 1\n", "1:1: found nothing as a key")]
        public void Should_Report_Keys_That_Are_Not_Names(string text, string found)
        {
            Parse(text, out var problems);
            ShouldBeOnly(problems, found + "; expected a name as the key; write 'name: value'; quote a name that holds brackets");
        }

        [Theory]
        [InlineData("a: 1\n---\nb: 2\n", 2)]
        [InlineData("a: 1\n...\nb: 2\n", 3)]
        [InlineData("a: 1\n---\n---\n", 2)]
        public void Should_Report_A_Second_Document(string text, int line)
        {
            Parse(text, out var problems).ShouldNotBeNull();
            ShouldBeOnly(
                problems, $"{line}:1: found a second document (---); expected one document a file; put it into a file of its own");
        }

        [Theory]
        [InlineData("", " found an empty file")]
        [InlineData("\uFEFF", " found an empty file")]
        [InlineData(" \n\r\n", " found an empty file")]
        [InlineData("# a\n\n  # b\n", " found comments and nothing else")]
        [InlineData("- 1\n- 2\n", "1:1: found a list of 2")]
        [InlineData("\n'5'\n", "2:1: found the text '5'")]
        [InlineData("---\n", " found an empty document")]
        public void Should_Report_A_File_Without_Keys(string text, string found)
        {
            Parse(text, out var problems).ShouldBeNull();
            ShouldBeOnly(problems, found + "; expected the keys of a lesson; begin with lines of the form 'key: value'");
        }

        [Theory]
        [InlineData("a:\n\tb: 1\n", "2:1: found a tab in the indentation; expected spaces")]
        [InlineData("a: 1\n\tb: 2\n", "2:1: found a tab in the indentation; expected spaces")]
        [InlineData("a:\n  b: 1\n  \tc: 2\n", "3:3: found a tab in the indentation; expected spaces")]
        [InlineData("a: 'abc\nb: 2\n", "1:4: found a quoted text without an end; expected the closing quote; close the quote")]
        [InlineData("a: \"abc", "1:4: found a quoted text without an end; expected the closing quote; close the quote")]
        [InlineData("a: \"abc\nb: 2\n", "1:4: found a double-quoted text that does not end on its line; expected the closing quote")]
        [InlineData("a: \"\\q\"\n", "1:4: found an unknown escape in a double-quoted text")]
        [InlineData("a: \"\\u12\"\n", "1:4: found an escape without its code")]
        [InlineData("a: \"\\uD800\"\n", "1:4: found an escape that is half of a character")]
        [InlineData("a: \"\\U00110000\"\n", "1:4: found an escape that is no character")]
        [InlineData("a: b: c\n", "1:5: found a ':' where no key can be")]
        [InlineData("a: 1\n b: 2\n", "2:3: found a ':' where no key can be")]
        [InlineData("a:\n  b: 1\n c: 2\n", "3:2: found a line that does not fit its neighbours")]
        [InlineData("a:\n  - 1\n  b: 1\n", "3:3: found a line that does not fit its neighbours")]
        [InlineData("a: 1\nb\nc: 1\n", "2:1: found a line that does not fit its neighbours")]
        [InlineData("a: 1\nb\n", "2:1: found a line that does not fit its neighbours")]
        [InlineData("a: 1\nb", "2:1: found a line that does not fit its neighbours")]
        [InlineData("a: - 1\n", "1:4: found a '-' where no list can be")]
        [InlineData("a: [1, 2\nb: 3\n", "1:4: found '[' without ']'; expected ']'; close it with ']'")]
        [InlineData("a: {b: 1\nc: 3\n", "1:4: found '{' without '}'; expected '}'; close it with '}'")]
        [InlineData("a: [1, 2", "1:4: found '[' without ']'; expected ']'; close it with ']'")]
        [InlineData("a: [[1, 2],\n  [3, 4]\nb: 1\n", "1:4: found '[' without ']'; expected ']'; close it with ']'")]
        [InlineData("a:\n  - [1, 2\n  - [3]\n", "3:3: found a line inside brackets or quotes that are not closed")]
        [InlineData("a: [h[1,2], 3]\n", "1:6: found a list that goes on; expected ',' or ']'")]
        [InlineData("a: ]\n", "1:4: found no value; expected a value; check the brackets and commas")]
        [InlineData("a: [1,,2]\n", "1:7: found no value; expected a value; check the brackets and commas")]
        [InlineData("a: @x\n", "1:4: found '@' at the start of a value; expected a value; put a value that begins with this character in quotes")]
        [InlineData("a: `x`\n", "1:4: found '`' at the start of a value")]
        [InlineData("a: % 5\n", "1:4: found '%' at the start of a value")]
        [InlineData("a: *\n", "1:4: found an anchor or alias ('&', '*')")]
        [InlineData("a: !e!x 1\n", "1:4: found a tag ('!')")]
        [InlineData("%YAML 3.0\n---\na: 1\n", "1:1: found a directive ('%')")]
        public void Should_Say_Where_Text_Is_Not_Yaml_And_What_To_Do(string text, string expected)
        {
            Parse(text, out var problems).ShouldBeNull();
            problems.Count.ShouldBe(1);
            problems.ToString().ShouldStartWith("a.yaml:" + expected);
        }

        [Fact]
        public void Should_Report_What_Lies_Above_A_Place_That_Is_Not_Yaml()
        {
            Parse("a: 1\na: 2\nb: @\n", out var problems).ShouldBeNull();
            problems.Sorted.Select(problem => problem.Line).ShouldBe([2, 3]);
        }

        [Theory]
        [InlineData("a: 1\nb: x\0y\n", "2:5: found a zero byte, as in binary data")]
        [InlineData("a: \u001b[31mred\n", "1:4: found the control character U+001B")]
        [InlineData("a: 1\r\nb: \u007f\n", "2:4: found the control character U+007F")]
        [InlineData("a: \uFFFE\n", "1:4: found the control character U+FFFE")]
        public void Should_Report_Characters_That_Are_Not_Text(string text, string found)
        {
            Parse(text, out var problems).ShouldBeNull();
            ShouldBeOnly(problems, found + "; expected text; remove it, or check that this is a lesson file");
        }

        [Fact]
        public void Should_Report_Half_Of_A_Surrogate_Pair()
        {
            Parse("a: " + '\uD83D' + "\n", out var problems).ShouldBeNull();
            problems.ToString().ShouldStartWith("a.yaml:1:4: found half of a surrogate pair");
        }

        [Fact]
        public void Should_Accept_Characters_Outside_The_Basic_Plane() =>
            Parse("a: 😀 \"한글\" \uFFFD\n").Entries[0].Value.Description.ShouldBe("'😀 \"한글\" \uFFFD'");

        [Fact]
        public void Should_Report_Escapes_That_Would_Steer_A_Terminal_And_Read_On()
        {
            var mapping = Parse("a: \"x\\e[31m\"\nb: 1\nb: 2\n", out var problems);
            mapping.ShouldNotBeNull().Entries[0].Value.ShouldBeOfType<RefusedNode>();
            problems.Sorted[0].ToString().ShouldBe(
                "a.yaml:1:4: found the control character U+001B; expected text that can be shown; remove the escape that stands for it");
            problems.Count.ShouldBe(2);
        }

        [Fact]
        public void Should_Read_Nesting_Of_64()
        {
            var mapping = Parse($"a: {new string('[', 63)}{new string(']', 63)}\n"); // and the mapping itself
            mapping.Entries.Length.ShouldBe(1);
        }

        public static TheoryData<string, string> TooDeep() => new()
        {
            { $"a: {new string('[', 64)}{new string(']', 64)}", "1:67" },
            { new string('[', 100_000), "1:65" },
            { "a: " + new string('[', 100_000), "1:67" },
            { "a: " + new string('{', 100_000), "1:67" },
            { string.Concat(Enumerable.Repeat("[\n", 100_000)), "65:1" },
            { string.Concat(Enumerable.Repeat("- ", 100_000)), "1:129" },
            { string.Concat(Enumerable.Repeat("? ", 100_000)), "1:129" },
            { string.Concat(Enumerable.Range(0, 100).Select(depth => new string(' ', depth) + "a:\n")), "65:65" },
        };

        [Theory]
        [MemberData(nameof(TooDeep))]
        public void Should_Report_Deeper_Nesting_Without_Following_It(string text, string place)
        {
            Parse(text, out var problems).ShouldBeNull();
            ShouldBeOnly(
                problems,
                place + ": found lists and mappings inside one another more than 64 deep; expected at most 64; "
                    + "check for a bracket that repeats, or flatten the lists");
        }

        [Fact]
        public void Should_Refuse_More_Than_A_Mebibyte_Before_Parsing()
        {
            Parse("a: " + new string('x', (1024 * 1024) - 3), out var fits).ShouldNotBeNull();
            fits.Count.ShouldBe(0);

            Parse("a: " + new string('[', (1024 * 1024) - 2), out var problems).ShouldBeNull();
            ShouldBeOnly(
                problems, " found a file of 1,048,577 bytes; expected at most 1 MiB (1,048,576 bytes); put large data into a file of its own");
        }
    }

    public sealed class TheLoadMethod : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("lessons").FullName;

        public void Dispose() => Directory.Delete(folder, recursive: true);

        private MappingNode? Load(byte[] bytes, out string problems)
        {
            var path = Path.Combine(folder, "a.yaml");
            File.WriteAllBytes(path, bytes);
            return Load(path, out problems);
        }

        private static MappingNode? Load(string path, out string problems)
        {
            var list = new ProblemList();
            var mapping = SourceDocument.Load(path, list);
            problems = list.ToString().Replace(path, "a.yaml", StringComparison.Ordinal);
            return mapping;
        }

        [Fact]
        public void Should_Read_A_File_With_Byte_Order_Mark()
        {
            Load([0xEF, 0xBB, 0xBF, .. "제목: 1\n"u8], out var problems).ShouldNotBeNull().Entries[0].Key.Text.ShouldBe("제목");
            problems.ShouldBeEmpty();
        }

        [Fact]
        public void Should_Report_Bytes_That_Are_Not_Utf8()
        {
            Load([.. "a: 1\r\n제목: "u8, 0xC7, 0xD1, .. "\n"u8], out var problems).ShouldBeNull();
            problems.ShouldBe("a.yaml:2:5: found the byte 0xC7, which is not UTF-8; expected text in UTF-8; save the file as UTF-8");
        }

        [Fact]
        public void Should_Report_A_Character_That_Is_Cut_Off_By_The_End()
        {
            Load([.. "a: "u8, 0xEC, 0xA0], out var problems).ShouldBeNull();
            problems.ShouldStartWith("a.yaml:1:4: found the byte 0xEC, which is not UTF-8");
        }

        [Fact]
        public void Should_Report_Utf16()
        {
            Load([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a: 1\n")], out var problems).ShouldBeNull();
            problems.ShouldBe("a.yaml: found text in UTF-16; expected text in UTF-8; save the file as UTF-8");
        }

        [Fact]
        public void Should_Report_Binary_Data()
        {
            Load([0x7F, .. "ELF"u8, 0, 0], out var problems).ShouldBeNull();
            problems.ShouldStartWith("a.yaml:1:1: found the control character U+007F; expected text");
        }

        [Fact]
        public void Should_Refuse_More_Than_A_Mebibyte()
        {
            Load(new byte[(1024 * 1024) + 1], out var problems).ShouldBeNull();
            problems.ShouldStartWith("a.yaml: found a file of 1,048,577 bytes; expected at most 1 MiB");
        }

        [Fact]
        public void Should_Report_An_Empty_File()
        {
            Load([], out var problems).ShouldBeNull();
            problems.ShouldStartWith("a.yaml: found an empty file");
        }

        [Theory]
        [InlineData("missing.yaml")]
        [InlineData("missing/a.yaml")]
        public void Should_Report_A_Missing_File(string name)
        {
            Load(Path.Combine(folder, name), out var problems).ShouldBeNull();
            problems.ShouldBe("a.yaml: found no file of this name; expected a lesson file; check the path and its spelling");
        }

        [Fact]
        public void Should_Report_A_Directory()
        {
            Load(folder, out var problems).ShouldBeNull();
            problems.ShouldBe("a.yaml: found a directory; expected a lesson file; name a file inside it");
        }

        [Fact]
        public void Should_Report_A_File_That_Another_Program_Holds()
        {
            var path = Path.Combine(folder, "held.yaml");
            using var holder = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            Load(path, out var problems).ShouldBeNull();
            problems.ShouldStartWith("a.yaml: found a file that cannot be read (");
        }

        [Theory]
        [InlineData("")]
        [InlineData("a\0b")]
        public void Should_Report_A_Path_That_Is_None(string path)
        {
            var problems = new ProblemList();
            SourceDocument.Load(path, problems).ShouldBeNull();
            problems.Count.ShouldBe(1);
            problems.Sorted[0].Line.ShouldBe(0);
        }
    }

    public sealed class AnyText
    {
        private const string Valid =
            """
            # A worked example
            title:
              en: Two inputs, two outputs
              ko: 입력 두 개, 출력 두 개
            text: |
              Line one
                indented
              line three
            folded: >-
              some words
              more words
            network:
              layers:
                - dense: {units: 2, names: [h1, h2], kernel: [[0.15, 0.2], [0.25, 0.30]]}
                - {activation: sigmoid}
            optimizer: {sgd: {learning-rate: 0.5}}
            expect:
              "w[1,2]+": 0.35
              dE_total/dw5: 0.08216704
              'it''s': "quoted \u00e9 \n"
              multi: plain text
                goes on
            """;

        private const string Indicators = "[]{}:-?&*!|>'\"%@`#,\n\t \\ue0x19ab.~<=\r\u0085\u2028\uFEFF가";

        // The time limit is for a parser that never ends, not for a slow one.
        [Fact(Timeout = 120_000)]
        public async Task Should_Be_Read_Or_Reported() => await Task.Run(() =>
        {
            var random = new Random(20250101);
            for (var round = 0; round < 2000; round++)
            {
                var text = Mutate(random);
                var mapping = Parse(text, out var problems);

                (mapping is not null || problems.Count > 0).ShouldBeTrue(text);
                problems.Sorted.ShouldAllBe(problem => problem.Line <= text.Length + 1 && !problem.Found.Contains("not YAML"), text);
            }
        });

        private static string Mutate(Random random)
        {
            var text = new StringBuilder(Valid);
            for (var count = random.Next(1, 6); count > 0 && text.Length > 0; count--)
            {
                var at = random.Next(text.Length);
                switch (random.Next(5))
                {
                    case 0:
                        text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at));
                        break;
                    case 1:
                        text.Insert(at, Indicators[random.Next(Indicators.Length)]);
                        break;
                    case 2:
                        text[at] = Indicators[random.Next(Indicators.Length)];
                        break;
                    case 3:
                        text.Insert(at, Valid.AsSpan(random.Next(Valid.Length - 30), 30));
                        break;
                    default:
                        text.Length = at;
                        break;
                }
            }

            return text.ToString();
        }
    }
}
