using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Engine.Formulas;

namespace Simulator.Commands;

/// <summary>One row of data for programs: names and values. A value is text, a number, a truth value, a list of these or null.</summary>
internal sealed record DataRecord(params IReadOnlyList<(string Name, object? Value)> Fields);

/// <summary>
/// Writes rows of data, each as soon as it is made. Numbers have 17 significant digits and read back as the same double; NaN
/// and infinities, which JSON has no numbers for, are the texts <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c>.
/// </summary>
internal static class DataWriter
{
    /// <summary>A JSON array with a line for each row.</summary>
    public static void WriteJson(Session session, IEnumerable<DataRecord> records)
    {
        TextWriter output = session.Context.Out;
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions
        {
            Encoder = session.Ascii ? JavaScriptEncoder.Default : JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        string separator = "[\n";
        foreach (DataRecord record in records)
        {
            WriteValue(writer, record);
            writer.Flush();
            output.Write(separator);
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            separator = ",\n";
            buffer.ResetWrittenCount();
            writer.Reset();
        }

        output.Write(separator == "[\n" ? "[]\n" : "\n]\n");
    }

    /// <summary>Comma-separated values as RFC 4180 has them, with a header; the items of a list are joined in one field.</summary>
    public static void WriteCsv(Session session, IEnumerable<DataRecord> records)
    {
        TextWriter output = session.Context.Out;
        bool isFirst = true;
        foreach (DataRecord record in records)
        {
            if (isFirst)
            {
                WriteCsvLine(output, record.Fields.Select(field => field.Name));
                isFirst = false;
            }

            WriteCsvLine(output, record.Fields.Select(field => TextOf(field.Value)));
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteRawValue(NumberText.Exact(number));
                break;
            case double number:
                writer.WriteStringValue(NumberText.Exact(number));
                break;
            case DataRecord record:
                writer.WriteStartObject();
                foreach ((string name, object? field) in record.Fields)
                {
                    writer.WritePropertyName(name);
                    WriteValue(writer, field);
                }

                writer.WriteEndObject();
                break;
            case System.Collections.IEnumerable list:
                writer.WriteStartArray();
                foreach (object? item in list)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"No JSON for {value.GetType().Name}.", nameof(value));
        }
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        double number => NumberText.Exact(number),
        IEnumerable<double> numbers => string.Join(' ', numbers.Select(NumberText.Exact)),
        IEnumerable<string> texts => string.Join("; ", texts),
        _ => value.ToString() ?? "",
    };

    private static void WriteCsvLine(TextWriter output, IEnumerable<string> fields)
    {
        output.Write(string.Join(',', fields.Select(Quote)));
        output.Write("\r\n");
    }

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"")}\"" : field;
}
