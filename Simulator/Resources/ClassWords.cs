namespace Simulator.Resources;

/// <summary>The words of class mode in one language.</summary>
internal sealed record ClassWords
{
    public static ClassWords English { get; } = new()
    {
        Mode = "class",
        Blank = "b shows the lesson again",
        ShownLater = "This picture shows what is covered; it comes back when the number is revealed.",
        Ask = "ask",
        Notes = "notes",
        Stops = (count, title) => $"{title}: {count} stops",
        NoStops = "This lesson has no tour, and so no stops to print.",
    };

    public static ClassWords Korean { get; } = new()
    {
        Mode = "수업",
        Blank = "b를 누르면 다시 보입니다",
        ShownLater = "가린 숫자가 드러나는 그림이라 잠시 감췄습니다. 숫자를 공개하면 다시 보입니다.",
        Ask = "질문",
        Notes = "메모",
        Stops = (count, title) => $"{title}: 멈출 곳 {count}개",
        NoStops = "이 강의에는 둘러보기가 없어서 멈출 곳도 없습니다.",
    };

    /// <summary>What the header says while a lesson is in front of a class.</summary>
    public required string Mode { get; init; }

    /// <summary>The only line on a blank screen.</summary>
    public required string Blank { get; init; }

    public required string ShownLater { get; init; }

    /// <summary>The heading of what the room is asked.</summary>
    public required string Ask { get; init; }

    /// <summary>The heading of what only the teacher reads.</summary>
    public required string Notes { get; init; }

    public required Func<int, string, string> Stops { get; init; }

    public required string NoStops { get; init; }
}
